namespace AiFixer.Plugins.Sentry;

/// <summary>Answer of <c>sentry.get_issue</c>. Exceptions begin with the last one thrown; its causes follow.</summary>
internal sealed record IssueData(
    string Id, string? ShortId, string Title, string? Culprit, string? Link, string? Level, string? Status, string? Project, string? Platform,
    long? Count, long? Users, string? FirstSeen, string? LastSeen, string? FirstRelease, string? LastRelease, IReadOnlyList<ExceptionData> Exceptions,
    IReadOnlyDictionary<string, string> Tags, string? TraceId, IReadOnlyList<string> Breadcrumbs, string? EventNote);
