using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Prometheus;

internal sealed class Query(HttpConnections connections) : IDiagnosticPlugin
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(5);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "prom.query",
        Description = "Asks Prometheus for values at one moment (PromQL); a counter that is only named is shown as its rate.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "metric",
        ParametersSchema = ServiceSchema.Object(
            connections, ["query"], ("query", PromSchema.Query), ("time", Times.MomentSchema)),
    };

    public IReadOnlyList<string> MissingConfiguration => connections.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var client = new PromClient(connections[arguments.Connection]);
        var query = arguments.Text("query");
        var shown = await CounterView.OfAsync(client, query, RateWindow, cancellationToken);
        var result = await client.QueryAsync(shown.Query, arguments.MomentOrNull("time"), cancellationToken);
        return result.Failed(out var error, out var answer) ? error.ToResult() : MetricsResult.Of(query, shown, answer, null);
    }
}
