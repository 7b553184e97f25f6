using Npgsql;

namespace AiFixer.Plugins.Databases;

/// <summary>Gathers what <c>db.insights</c> answers.</summary>
internal static class InsightsReader
{
    public static async Task<InsightsData> ReadAsync(PgReader reader, string connection, TimeProvider time)
    {
        var begun = DbTime.Text(time.GetUtcNow().UtcDateTime)!;
        var sample = await ActivitySample.TakeAsync(reader, time);
        var settings = await SettingsAsync(reader);
        var events = await reader.RowsAsync(InsightsSql.Events, row => new DbEvent(
            DbTime.Text(row.Value<DateTime>("ts"))!, OutsideText.Line(row.Text("message"), 300), connection, "db-instance"));
        var schema = await reader.TextAsync(InsightsSql.StatementsSchema);
        if (schema.Length == 0)
        {
            var window = new InsightsWindow(begun, DbTime.Text(time.GetUtcNow().UtcDateTime)!);
            return new([.. sample.Statements()], sample.Waits(), events, settings, window, "pg_stat_activity");
        }

        var (since, until) = (await reader.RowAsync(
            InsightsSql.Window(schema), r => Tuple.Create(r.Value<DateTime>("since"), r.Value<DateTime>("until"))))!;
        var seconds = Math.Max(1, (until - since).TotalSeconds);
        var top = await reader.RowsAsync(InsightsSql.Top(schema), row => TopOf(row, sample, seconds));
        return new(top, sample.Waits(), events, settings, new(DbTime.Text(since)!, DbTime.Text(until)!), "pg_stat_statements");
    }

    private static TopStatement TopOf(NpgsqlDataReader row, ActivitySample sample, double seconds)
    {
        var (calls, milliseconds) = (row.Value<long>("calls"), row.Value<double>("total_exec_time"));
        return new(
            SqlMask.Of(row.Text("query")), Math.Round(milliseconds / 1000 / seconds, 4),
            row.Maybe<long>("queryid") is { } id ? sample.Waits(id) : [],
            Math.Round(calls / seconds, 3), Math.Round(milliseconds / Math.Max(1, calls), 2), row.Value<long>("rows"));
    }

    private static async Task<SortedDictionary<string, string>> SettingsAsync(PgReader reader)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["engine"] = "postgres",
            ["engine_version"] = await reader.TextAsync("SELECT current_setting('server_version')"),
            ["database"] = await reader.TextAsync("SELECT current_database()::text"),
        };
        foreach (var (name, value) in await reader.RowsAsync(InsightsSql.Settings, r => (r.Value<string>("name"), r.Value<string>("value"))))
            settings[name] = value;
        return settings;
    }
}
