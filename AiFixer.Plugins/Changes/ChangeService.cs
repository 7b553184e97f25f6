using System.Globalization;
using System.Text.Json;
using AiFixer.Core.Changes;
using AiFixer.Plugins.Arguments;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Changes;

/// <summary>
/// A service that keeps changes: <c>GET {base}/changes?service=&amp;start=&amp;end=</c> answers
/// <c>{"commits":[…],"deploys":[…],"flags":[…],"status":[…]}</c>.
/// </summary>
internal sealed class ChangeService(HttpConnection connection) : IChangeSource
{
    private static readonly (string List, ReportedChangeKind Kind)[] Lists =
    [
        ("commits", ReportedChangeKind.Commit), ("deploys", ReportedChangeKind.Deploy), ("flags", ReportedChangeKind.Flag), ("status", ReportedChangeKind.Status),
    ];

    public string Label => connection.Label;

    public async Task<HttpResult<FoundChanges>> ReadAsync(ChangeQuestion question, string? ns, CancellationToken cancellationToken) =>
        (await connection.AskAsync(
            HttpQuestion.Get("/changes", ("service", question.Service), ("start", Times.Text(question.Start)), ("end", Times.Text(question.End))),
            answer => JsonAnswers.Text(answer, "detail") ?? JsonAnswers.Text(answer, "error"), cancellationToken))
        .Read(connection, Read);

    private static FoundChanges Read(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object || !Lists.Any(l => body.TryGetProperty(l.List, out _)))
            throw new FormatException("it has none of commits, deploys, flags and status");
        return new([.. Lists.SelectMany(list => body.Items(list.List).Select(item => One(list.Kind, item)))]);
    }

    private static ReportedChange One(ReportedChangeKind kind, JsonElement item) => new()
    {
        Kind = kind,
        At = DateTimeOffset.Parse(item.Text("ts") ?? throw new FormatException($"a {kind} without ts"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        Service = item.Text("service"),
        Sha = item.Text("sha"),
        Version = item.Text("version"),
        Author = item.Text("author") ?? item.Text("actor"),
        Message = item.Text("message") ?? (kind is ReportedChangeKind.Status ? item.GetRawText() : null),
        Files = item.TryGetProperty("files", out _) ? [.. item.Items("files").Select(f => f.ToString())] : null,
        Diff = item.Text("diff"),
        Flag = item.Text("flag"),
        Change = item.Text("change"),
        Link = item.Text("link"),
    };
}
