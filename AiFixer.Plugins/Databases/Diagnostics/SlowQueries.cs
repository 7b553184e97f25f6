namespace AiFixer.Plugins.Databases;

internal sealed class SlowQueries(PgClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.slow_queries",
        Description = "Lists the statements that have run for long right now, the longest first, and what each waits for.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "session",
        ParametersSchema = DbArguments.Schema(
            clients, [], ("min_duration_seconds", """{"type":"number","minimum":0,"maximum":86400,"default":5}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        return DbAnswer.AskAsync(
            clients[arguments.Connection],
            async reader => new SlowQueriesData([.. (await Sessions.SlowAsync(reader, arguments.MinDurationSeconds)).Select(SlowQueryData.Of)]),
            DbData.Readable.SlowQueriesData, data => Sentence(data, arguments.MinDurationSeconds), cancellationToken);
    }

    private static string Sentence(SlowQueriesData data, double seconds) => data.Queries.Count == 0
        ? $"no statement has run for {seconds:0.###} s or longer"
        : $"{data.Queries.Count} statements have run for {seconds:0.###} s or longer; the longest {DbTime.Age(data.Queries[0].Session.QuerySeconds)} (pid {data.Queries[0].Session.Pid})";
}
