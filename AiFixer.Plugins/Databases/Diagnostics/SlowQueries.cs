using System.Text.Json;

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

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        var read = await clients[arguments.Connection].ReadAsync(
            reader => Sessions.SlowAsync(reader, arguments.MinDurationSeconds), cancellationToken);
        if (read.Failed(out var error, out var sessions))
            return error.ToResult();
        var data = new SlowQueriesData([.. sessions.Select(SlowQueryData.Of)]);
        var message = sessions.Count == 0
            ? $"no statement has run for {arguments.MinDurationSeconds:0.###} s or longer"
            : $"{sessions.Count} statements have run for {arguments.MinDurationSeconds:0.###} s or longer; the longest {DbTime.Age(sessions[0].QuerySeconds)} (pid {sessions[0].Pid})";
        return PluginResult.Ok(JsonSerializer.Serialize(data, DbData.Readable.SlowQueriesData), message);
    }
}
