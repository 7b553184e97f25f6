using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Sentry;

internal sealed class GetIssue(HttpConnections connections, IReadOnlyDictionary<string, SentryConnectionOptions> options) : IDiagnosticPlugin
{
    public PluginManifest Manifest { get; } = new()
    {
        Name = "sentry.get_issue",
        Description = "Shows a Sentry issue: how often and since when, and the newest event's exceptions, tags and breadcrumbs.",
        Category = PluginCategory.Diagnostic,
        ResourceKind = "issue",
        ParametersSchema = ServiceSchema.Object(
            connections, ["issue_id"], ("issue_id", """{"type":"string","pattern":"^[0-9]{1,20}$","description":"the issue's number"}""")),
    };

    public IReadOnlyList<string> MissingConfiguration => connections.Missing;

    public async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        using var arguments = new CallArguments(call);
        var connection = connections[arguments.Connection];
        var path = $"/api/0/organizations/{options[arguments.Connection].Organization}/issues/{arguments.Text("issue_id")}/";
        var read = (await AskAsync(connection, path, cancellationToken)).Read(connection, Issue);
        if (read.Failed(out var error, out var issue))
            return error.ToResult();
        var latest = (await AskAsync(connection, $"{path}events/latest/", cancellationToken)).Read(connection, one => EventReader.Into(issue, one));
        var data = latest.Failed(out error, out var whole) ? issue with { EventNote = $"its newest event could not be read: {error.Message}" } : whole;
        return PluginResult.Ok(
            JsonSerializer.Serialize(data, IssueJson.Readable.IssueData), $"{data.ShortId ?? data.Id}: {data.Title}, {data.Count} times, last {data.LastSeen}");
    }

    private static Task<HttpResult<HttpAnswer>> AskAsync(HttpConnection connection, string path, CancellationToken cancellationToken) =>
        connection.AskAsync(HttpQuestion.Get(path), answer => JsonAnswers.Text(answer, "detail"), cancellationToken);

    private static IssueData Issue(JsonElement issue) => new(
        issue.GetProperty("id").GetString()!, issue.Text("shortId"), issue.GetProperty("title").GetString()!, issue.Text("culprit"), issue.Text("permalink"),
        issue.Text("level"), issue.Text("status"), Below(issue, "project", "slug"), issue.Text("platform"), Whole(issue, "count"), Whole(issue, "userCount"),
        issue.Text("firstSeen"), issue.Text("lastSeen"), Below(issue, "firstRelease", "version"), Below(issue, "lastRelease", "version"),
        [], new Dictionary<string, string>(), null, [], null);

    private static string? Below(JsonElement issue, string name, string field) => issue.TryGetProperty(name, out var value) ? value.Text(field) : null;

    /// <summary>Sentry writes some counts as text.</summary>
    private static long? Whole(JsonElement issue, string name) =>
        issue.TryGetProperty(name, out var value) && long.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
