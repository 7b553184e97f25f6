using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Journal;

namespace AiFixer.Core.Incidents.Grouping;

/// <summary>The claims of whoever leads: one for the group that the sender made, one for the target.</summary>
public static class GroupKeys
{
    /// <summary>Longer ones are kept by their hash: a database's keys are short.</summary>
    private const int Longest = 300;

    /// <summary>None for an alert that is investigated at once.</summary>
    public static IReadOnlyList<string> Of(Alert alert, GroupingOptions options) =>
        options.Enabled && !options.Bypasses(alert.Severity) ? [.. All(alert)] : [];

    public static bool IsOne(string claimKey) =>
        claimKey.StartsWith(ClaimKeys.Group(""), StringComparison.Ordinal) || claimKey.StartsWith(ClaimKeys.Near(""), StringComparison.Ordinal);

    private static IEnumerable<string> All(Alert alert)
    {
        if (alert.GroupKey is { } group)
            yield return ClaimKeys.Group(Short(group));
        if (alert.Target is { } target)
            yield return ClaimKeys.Near(Short(target.Key));
    }

    private static string Short(string key) =>
        key.Length <= Longest ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
