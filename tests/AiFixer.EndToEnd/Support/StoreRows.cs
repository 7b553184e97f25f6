using System.Text;
using Npgsql;

namespace AiFixer.EndToEnd.Support;

/// <summary>Everything that a PostgreSQL database keeps, as one text: every column of every row of every table.</summary>
internal static class StoreRows
{
    public static async Task<string> AllAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var text = new StringBuilder();
        foreach (var table in await TablesAsync(source))
        {
            await using var command = source.CreateCommand($"SELECT * FROM {table}");
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append(table).Append('.').Append(rows.GetName(column)).Append(": ").AppendLine(Shown(rows.GetValue(column)));
            }
        }

        return text.ToString();
    }

    private static async Task<List<string>> TablesAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')");
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            tables.Add(rows.GetString(0));
        return tables;
    }

    private static string Shown(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        Array many => string.Join(' ', many.Cast<object>().Select(Shown)),
        _ => value.ToString() ?? "",
    };
}
