using System.Data.Common;
using System.Text;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Sealing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Storage.Sealing;

/// <summary>Looks at content as it is in the database.</summary>
internal static class SealedRows
{
    /// <summary>All content of all rows, as text.</summary>
    public static async Task<string> AllAsync(TestDatabase database)
    {
        var all = new StringBuilder();
        foreach (var column in SealedColumn.All)
        {
            foreach (var content in await ReadAsync(database, column))
                all.Append(Encoding.Latin1.GetString(content));
        }

        return all.ToString();
    }

    public static async Task<int> CountAsync(TestDatabase database, SealedColumn column, bool isSealed) =>
        (await ReadAsync(database, column)).Count(content => SealForm.IsMarked(content) == isSealed);

    /// <summary>The ids of the keys with which content is sealed; an empty one for what is in clear.</summary>
    public static async Task<IReadOnlySet<string>> KeysAsync(TestDatabase database)
    {
        var keys = new HashSet<string>();
        foreach (var column in SealedColumn.All)
            keys.UnionWith((await ReadAsync(database, column)).Select(content => SealForm.IsMarked(content) ? SealForm.KeyOf(content)! : ""));
        return keys;
    }

    private static async Task<IReadOnlyList<byte[]>> ReadAsync(TestDatabase database, SealedColumn column)
    {
        await using var opened = DatabaseFactory.Create(database.Options(), NullLoggerFactory.Instance);
        await using var connection = await opened.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.Command($"select {column.Content} from {column.Table}");
        await using var rows = await command.ExecuteReaderAsync();
        var contents = new List<byte[]>();
        while (await rows.ReadAsync())
            contents.Add((byte[])rows.GetValue(0));
        return contents;
    }
}
