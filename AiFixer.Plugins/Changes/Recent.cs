using System.Text.Json;
using AiFixer.Core.Changes;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Changes;

internal sealed class Recent(IReadOnlyList<IChangeSource> sources, IReadOnlyList<string> missing) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "changes.recent",
        Description = "Lists what was changed: deploys, commits with their diffs, flags, announcements, and new revisions in Kubernetes.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "change",
        ParametersSchema = ParameterSchema.Object(
            [],
            ("service", ServiceSchema.Text(200, "changes of this service, and those that name none")),
            ("window", Times.SpanSchema("6h", "how far back from the end")), ("end", Times.MomentSchema),
            ("namespace", KubeSchema.Name), ("limit", ServiceSchema.Whole(1, 500, 100, "most changes"))),
    };

    public IReadOnlyList<string> MissingConfiguration => sources.Count > 0 ? [] : missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var end = arguments.Moment("end", call.Now);
        var question = new ChangeQuestion(Times.Before(end, arguments.Span("window")), end, arguments.TextOrNull("service"), arguments.Whole("limit") + 1);
        var ns = arguments.TextOrNull("namespace");
        var answers = await Task.WhenAll(sources.Select(async s => (Source: s, Result: await s.ReadAsync(question, ns, cancellationToken))));
        var failed = answers.Where(a => a.Result.Error is not null).ToList();
        return failed.Count == sources.Count
            ? PluginResult.Failed(string.Join("; ", failed.Select(f => f.Result.Error!.Message)), failed.Exists(f => f.Result.Error!.Retryable))
            : Show(question, answers);
    }

    private static PluginResult Show(ChangeQuestion question, (IChangeSource Source, HttpResult<FoundChanges> Result)[] answers)
    {
        var all = answers
            .SelectMany(a => (a.Result.Value?.Changes ?? []).Where(c => c.At >= question.Start && c.At <= question.End && Concerns(c, question.Service)).Select(c => (a.Source.Label, Change: c)))
            .OrderByDescending(c => c.Change.At).ToList();
        var limit = question.Limit - 1;
        string[] failed = [.. answers.Where(a => a.Result.Error is not null).Select(a => a.Result.Error!.Message)];
        var data = new ChangesData(
            question.Service, Times.Text(question.Start), Times.Text(question.End), [.. answers.Select(a => a.Source.Label)], failed,
            Cut(all.Count > limit ? $"the newest {limit} changes; there are older ones" : null, answers),
            question.Service is not null && all.Exists(c => c.Change.Service is null) ? "changes that name no service are listed too" : null,
            [.. all.Take(limit).Select(c => ChangeView.Of(c.Change, c.Label))]);
        return PluginResult.Ok(JsonSerializer.Serialize(data, ChangesJson.Readable.ChangesData), Sentence(data));
    }

    private static string? Cut(string? shown, (IChangeSource Source, HttpResult<FoundChanges> Result)[] answers)
    {
        string[] cuts = [.. answers.Select(a => a.Result.Value?.Cut is { } cut ? $"{a.Source.Label}: {cut}" : null).Prepend(shown).OfType<string>()];
        return cuts.Length == 0 ? null : string.Join("; ", cuts);
    }

    private static bool Concerns(ReportedChange change, string? service) => service is null || string.IsNullOrEmpty(change.Service) || change.Service == service;

    private static string Sentence(ChangesData data)
    {
        var kinds = data.Changes.CountBy(c => c.Kind).Select(k => $"{k.Value} {k.Key}");
        var found = data.Changes.Count == 0 ? "nothing was changed" : string.Join(", ", kinds);
        return string.Join("; ", new[] { found, data.Cut, data.Failed.Count == 0 ? null : $"not answered: {string.Join(", ", data.Failed)}" }.OfType<string>());
    }
}
