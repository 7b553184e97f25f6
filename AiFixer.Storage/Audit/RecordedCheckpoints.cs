using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

/// <summary>What the database remembers of the checkpoints file: the last line of each stream.</summary>
internal static class RecordedCheckpoints
{
    public static async Task<Dictionary<long, (long Stream, string Digest)>> ReadAsync(
        DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select checkpoint_line, id, checkpoint_digest from streams where checkpoint_line > 0");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var recorded = new Dictionary<long, (long, string)>();
        while (await rows.ReadAsync(cancellationToken))
            recorded[rows.GetInt64(0)] = (rows.GetInt64(1), rows.GetString(2));
        return recorded;
    }
}
