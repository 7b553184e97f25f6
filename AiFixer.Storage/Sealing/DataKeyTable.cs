using System.Data.Common;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Migrations;

namespace AiFixer.Storage.Sealing;

/// <summary>The table of the keys that seal content, each wrapped by a named key. Rows are never removed: what a key sealed may be anywhere.</summary>
internal static class DataKeyTable
{
    private const string Columns = "number, id, made_with, name, wrapped, made_at, is_whole";

    public const string All = $"select {Columns} from data_keys order by number";

    public static Table Table { get; } = new("data_keys", "number", "id", "made_with", "name", "wrapped", "made_at", "is_whole");

    public static Migration Step(int number, Dialect d) => new(number, "sealing",
    [
        $"""
        create table data_keys (
            number {d.Number} not null primary key,
            id {d.Text} not null unique,
            made_with {d.Text} not null,
            name {d.Text} not null,
            wrapped {d.Bytes} not null,
            made_at {d.Number} not null,
            is_whole {d.Number} not null)
        """,
    ]);

    /// <summary>None where an older program made the tables.</summary>
    public static IReadOnlyList<WrappedKey> Find(DbConnection connection, Dialect dialect)
    {
        using var command = connection.Command(dialect.ColumnsOfTable, ("table", Table.Name));
        return command.ExecuteScalar() is null ? [] : Read(connection);
    }

    public static IReadOnlyList<WrappedKey> Read(DbConnection connection)
    {
        using var command = connection.Command(All);
        using var rows = command.ExecuteReader();
        var keys = new List<WrappedKey>();
        while (rows.Read())
            keys.Add(Read(rows));
        return keys;
    }

    public static WrappedKey Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<byte[]>(4), Ticks.ToTime(row.GetInt64(5)), row.GetInt64(6) == 1);

    public static void Insert(DbConnection connection, WrappedKey key) => connection.Execute(
        $"insert into data_keys ({Columns}) values (@number, @id, @made_with, @name, @wrapped, @made_at, @is_whole)",
        ("number", key.Number), ("id", key.Id), ("made_with", key.MadeWith), ("name", key.Name), ("wrapped", key.Wrapped),
        ("made_at", key.MadeAt.UtcTicks), ("is_whole", key.IsWhole ? 1L : 0L));

    public static void Rewrap(DbConnection connection, WrappedKey key) => connection.Execute(
        "update data_keys set name = @name, wrapped = @wrapped where number = @number", ("name", key.Name), ("wrapped", key.Wrapped), ("number", key.Number));

    public static int Whole(DbConnection connection, string id) => connection.Execute("update data_keys set is_whole = 1 where id = @id", ("id", id));
}
