using AiFixer.Core.Alerts;

namespace AiFixer.Core.Notices;

/// <summary>Whose trouble an alert is, as its label <c>team</c> says: a playbook that tells people acts before anybody has looked.</summary>
public static class NoticeTeams
{
    private const string Label = "team";
    private const int LongestName = 100;

    public static IReadOnlyList<string> Of(Alert alert) =>
        alert.Labels.GetValueOrDefault(Label) is { Length: > 0 } team ? [TextCleaner.Line(team, LongestName)] : [];
}
