using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Insights;

/// <summary>The same question to whichever source has the connection.</summary>
internal sealed class DatabaseInsights(params IReadOnlyList<IInsightsSource> sources) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "db.insights",
        Description = "Shows what a database is busy with: top statements, waits, recent events, settings.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "database",
        ParametersSchema = ParameterSchema.Object(
            [.. sources.SelectMany(s => s.Names).Distinct()], "which database or monitoring", [],
            ("db", ServiceSchema.Text(200, "the database or instance, as its monitoring calls it")),
            ("start", Times.MomentSchema), ("end", Times.MomentSchema), ("window", Times.SpanSchema("1h", "how far back from the end, without a start"))),
    };

    public IReadOnlyList<string> MissingConfiguration => sources.Any(s => s.Names.Count > 0)
        ? []
        : [string.Join(" or ", sources.SelectMany(s => s.Missing))];

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var end = arguments.Moment("end", call.Now);
        var start = arguments.Moment("start", Times.Before(end, arguments.Span("window")));
        if (start > end)
            return PluginResult.Failed($"$.start: {Times.Text(start)} is after the end, {Times.Text(end)}");
        var source = sources.First(s => s.Names.Contains(arguments.Connection));
        return await source.ReadAsync(new(arguments.Connection, arguments.TextOrNull("db"), start, end), cancellationToken);
    }
}
