using AiFixer.Core.Alerts;

namespace AiFixer.Core.Incidents.Grouping;

/// <summary>
/// Whose alert it is: which way it came, and from where in the world. Two teams share an Alertmanager; when everything of
/// one breaks, the other does not wait for its sake.
/// </summary>
public static class AlertOrigin
{
    private const int Longest = 100;
    private static readonly string[] Places = ["namespace", "service", "job"];

    public static string Of(Alert alert)
    {
        var place = alert.Target is { Namespace.Length: > 0 } target
            ? $"{target.Connection}/{target.Namespace}"
            : Places.Select(label => alert.Labels.GetValueOrDefault(label, "")).FirstOrDefault(value => value.Length > 0);
        return place is null ? alert.Source : TextCleaner.Line($"{alert.Source}/{place}", Longest);
    }
}
