using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Prometheus;

internal sealed class QueryRange(HttpConnections connections) : IDiagnosticPlugin
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestRateWindow = TimeSpan.FromMinutes(5);

    public PluginManifest Manifest { get; } = new()
    {
        Name = "prom.query_range",
        Description = "Asks Prometheus how values went over a time (PromQL, the last hour by default); a counter that is only named is shown as its rate.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "metric",
        ParametersSchema = ServiceSchema.Object(
            connections, ["query"],
            ("query", PromSchema.Query), ("start", Times.MomentSchema), ("end", Times.MomentSchema),
            ("step", Times.SpanSchema("60s", "distance of the points")),
            ("compact", """{"type":"boolean","default":false,"description":"points as [Unix seconds, value], and room for more of them"}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => connections.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var end = arguments.Moment("end", call.Now);
        var asked = new PromRange(arguments.Moment("start", Times.Before(end, Usual)), end, arguments.Span("step"));
        if (asked.Start > asked.End)
            return PluginResult.Failed($"$.start: {Times.Text(asked.Start)} is after the end, {Times.Text(asked.End)}");
        var range = asked.Bounded();
        var client = new PromClient(connections[arguments.Connection]);
        var query = arguments.Text("query");
        var shown = await CounterView.OfAsync(client, query, Longer(ShortestRateWindow, 4 * range.Step), cancellationToken);
        var result = await client.RangeAsync(shown.Query, range, cancellationToken);
        return result.Failed(out var error, out var answer)
            ? error.ToResult()
            : MetricsResult.Of(query, shown, answer, range, Widened(asked, range), arguments.Flag("compact"));
    }

    private static string? Widened(PromRange asked, PromRange range) => range.Step == asked.Step
        ? null
        : $"the step was widened from {Times.Text(asked.Step)} to {Times.Text(range.Step)}, for at most {PromRange.MostSteps} points";

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
