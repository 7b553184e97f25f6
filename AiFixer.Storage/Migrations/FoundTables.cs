using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Migrations;

/// <summary>What a database has of a schema.</summary>
internal sealed class FoundTables(DbConnection connection, Dialect dialect, Schema schema)
{
    public IReadOnlyList<AppliedStep> Applied() => Rows(
        $"select number, name from {schema.Record} order by number", row => new AppliedStep(row.GetInt64(0), row.GetString(1)));

    public IReadOnlyList<string> Existing() =>
        [.. schema.Tables.Select(table => table.Name).Where(name => Columns(name).Count > 0)];

    /// <summary>Tables, and columns of those that are there.</summary>
    public IReadOnlyList<string> Missing() => [.. schema.Tables.SelectMany(Missing)];

    private IEnumerable<string> Missing(Table table)
    {
        var there = Columns(table.Name);
        return there.Count == 0
            ? [table.Name]
            : table.Columns.Except(there).Select(column => $"{table.Name}.{column}");
    }

    private List<string> Columns(string table) => Rows(dialect.ColumnsOfTable, row => row.GetString(0), ("table", table));

    private List<T> Rows<T>(string statement, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(statement, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}
