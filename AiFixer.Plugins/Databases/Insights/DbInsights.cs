using System.Text.Json;

namespace AiFixer.Plugins.Databases;

internal sealed class DbInsights(PgClients clients) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.insights",
        Description = "What a database spends its time on: top statements, waits, settings that matter and recent events.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "database",
        ParametersSchema = DbArguments.Schema(clients, []),
    };

    public IReadOnlyList<string> MissingConfiguration => clients.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        var arguments = DbArguments.Of(call);
        var client = clients[arguments.Connection];
        var read = await client.ReadAsync(reader => InsightsReader.ReadAsync(reader, arguments.Connection, client.Time), cancellationToken);
        if (read.Failed(out var error, out var data))
            return error.ToResult();
        var top = data.TopSql.Count == 0 ? "no statement stands out" : $"most load: {data.TopSql[0].Statement}";
        var wait = data.Waits.Count == 0 ? "nothing runs" : $"most waits: {data.Waits[0].Name}";
        return PluginResult.Ok(JsonSerializer.Serialize(data, InsightsJson.Readable.InsightsData), $"{top}; {wait}; statements from {data.StatementsFrom}");
    }
}
