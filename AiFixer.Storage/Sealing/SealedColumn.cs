using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Sealing;

/// <summary>A column of sealed content, and how its rows are walked and told apart.</summary>
/// <param name="Key">The primary key, each part with what comes before all.</param>
/// <param name="Also">What else tells where the content is sealed for, and that it did not change since.</param>
internal sealed record SealedColumn(string Table, string Content, IReadOnlyList<(string Name, object Before)> Key, IReadOnlyList<string> Also)
{
    private const int Sample = 100;

    public static IReadOnlyList<SealedColumn> All { get; } =
    [
        new("entries", "entry", [("incident", ""), ("version", 0L)], []),
        new("incidents", "snapshot", [("id", "")], ["version"]),
        new("blobs", "bytes", [("hash", "")], []),
        new("received_messages", "body", [("channel", ""), ("id", "")], []),
        new("reported_changes", "body", [("key", "")], []),
    ];

    private IEnumerable<string> Names => [.. Key.Select(part => part.Name), .. Also];

    public IReadOnlyList<object> Begin => [.. Key.Select(part => part.Before), .. Also.Select(_ => (object)0L)];

    /// <summary>The next rows after one; their content only where it does not begin with <c>@prefix</c>.</summary>
    public string Select =>
        $"""
        select {string.Join(", ", Names)},
            case when length({Content}) = 0 or substr({Content}, 1, {SealForm.PrefixBytes}) = @prefix then null else {Content} end
        from {Table} where ({Parts()}) > ({string.Join(", ", Key.Select((_, i) => $"@k{i}"))}) order by {Parts()} limit @rows
        """;

    public static (string, object?)[] Parameters(IReadOnlyList<object> row) => [.. row.Select((value, i) => ($"k{i}", (object?)value))];

    public (IReadOnlyList<object> Row, byte[]? Content) Read(DbDataReader row)
    {
        var count = Names.Count();
        var values = Enumerable.Range(0, count).Select(row.GetValue).ToList();
        return (values, row.IsDBNull(count) ? null : (byte[])row.GetValue(count));
    }

    /// <summary>Whether content is sealed; a few rows from either end tell, since what is new is sealed first, and then all.</summary>
    public bool HasSealed(DbConnection connection) => HasSealed(connection, "asc") || HasSealed(connection, "desc");

    public string PlaceOf(IReadOnlyList<object> row) => Places.Of(Table, [.. row]);

    /// <summary>Does nothing to a row that is gone or that went on.</summary>
    public int Update(DbConnection connection, IReadOnlyList<object> row, byte[] content) => connection.Execute(
        $"update {Table} set {Content} = @content where {string.Join(" and ", Names.Select((name, i) => $"{name} = @k{i}"))}",
        [("content", content), .. Parameters(row)]);

    private bool HasSealed(DbConnection connection, string order)
    {
        var by = string.Join(", ", Key.Select(part => $"{part.Name} {order}"));
        using var command = connection.Command($"select substr({Content}, 1, {SealForm.PrefixBytes}) from {Table} order by {by} limit {Sample}");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (!rows.IsDBNull(0) && SealForm.IsSealed(rows.GetFieldValue<byte[]>(0)))
                return true;
        }

        return false;
    }

    private string Parts() => string.Join(", ", Key.Select(part => part.Name));
}
