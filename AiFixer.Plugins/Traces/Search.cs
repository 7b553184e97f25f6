using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Traces;

internal sealed class Search(TraceSources sources) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "traces.search",
        Description = "Finds traces that a service took part in, with who called whom, how long each step took, and where a failure began.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "trace",
        ParametersSchema = ParameterSchema.Object(
            sources.Names, "which keeper of traces", ["service"],
            ("service", ServiceSchema.Text(200, "the service's name as its traces have it")),
            ("operation", ServiceSchema.Text(500, "only traces with this operation of the service")),
            ("window", Times.SpanSchema("30m", "how far back from the end")), ("end", Times.MomentSchema),
            ("only_errors", """{"type":"boolean","default":false}"""), ("min_duration", Times.SpanSchema(null, "only slower spans")),
            ("limit", ServiceSchema.Whole(1, 100, 20, "most traces"))),
    };

    public IReadOnlyList<string> MissingConfiguration => sources.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var end = arguments.Moment("end", call.Now);
        var question = new TraceQuestion(
            arguments.Text("service"), arguments.TextOrNull("operation"), Times.Before(end, arguments.Span("window")), end,
            arguments.Flag("only_errors"), arguments.SpanOrNull("min_duration"), arguments.Whole("limit"));
        var source = sources[arguments.Connection];
        var result = await source.FindAsync(question, cancellationToken);
        return result.Failed(out var error, out var found) ? error.ToResult() : Show(question, found, source);
    }

    private static PluginResult Show(TraceQuestion question, FoundSpans found, ITraceSource source)
    {
        TraceData[] traces =
        [
            .. found.Spans.GroupBy(s => s.TraceId)
                .Select(t => TraceView.Of(t.Key, [.. t], source.Link(t.Key)))
                .OrderByDescending(t => t.Start, StringComparer.Ordinal),
        ];
        var data = new TracesData(question.Service, Times.Text(question.Start), Times.Text(question.End), Cut(question, traces), found.Warnings, traces);
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, TracesJson.Readable.TracesData),
            $"{traces.Length} traces of {question.Service}, {traces.Count(t => t.Errors > 0)} with errors{(data.Cut is null ? "" : $" (cut: {data.Cut})")}");
    }

    private static string? Cut(TraceQuestion question, TraceData[] traces)
    {
        string[] cut =
        [
            .. traces.Length >= question.Limit ? [$"{question.Limit} traces; there may be more"] : Array.Empty<string>(),
            .. traces.Where(TraceView.IsCut).Select(t => $"{t.Spans.Count} of {t.SpansInAll} spans of {t.TraceId}"),
        ];
        return cut.Length == 0 ? null : string.Join("; ", cut);
    }
}
