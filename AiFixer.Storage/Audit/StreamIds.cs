using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

internal static class StreamIds
{
    public static async Task<List<long>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("select id from streams order by id");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
            ids.Add(rows.GetInt64(0));
        return ids;
    }
}
