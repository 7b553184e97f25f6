namespace AiFixer.Core.Notices;

/// <summary>Of which trouble a receiver wants to hear.</summary>
/// <param name="LeastSeverity">Less bad trouble is not told.</param>
/// <param name="Teams">Only trouble of these, and what is nobody's yet; everybody's when empty.</param>
public sealed record NoticeChoice(Severity LeastSeverity, IReadOnlyList<string> Teams)
{
    public static NoticeChoice Everything { get; } = new(Severity.P3, []);

    /// <summary>Null when it wants this one.</summary>
    public string? Obstacle(Notice notice)
    {
        if (notice.Severity > LeastSeverity)
            return $"is told of {LeastSeverity} and worse only";
        return Teams.Count == 0 || notice.Teams.Count == 0 || notice.Teams.Intersect(Teams, StringComparer.OrdinalIgnoreCase).Any()
            ? null
            : $"is told of trouble of {string.Join(", ", Teams)} only, and this is that of {string.Join(", ", notice.Teams)}";
    }
}
