using AiFixer.Core;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads the sections <c>Grouping</c> and <c>Investigations</c>.</summary>
internal static class GroupingSettings
{
    private static readonly GroupingOptions Defaults = new();
    private static readonly InvestigationOptions Budgets = new();
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static GroupingOptions Read(SettingsReader settings) => new()
    {
        Enabled = settings.Flag(nameof(GroupingOptions.Enabled), Defaults.Enabled),
        Window = settings.Duration(nameof(GroupingOptions.Window), Defaults.Window, TimeSpan.FromSeconds(1), Day),
        Bypass = Severities(settings, nameof(GroupingOptions.Bypass)),
    };

    public static InvestigationOptions ReadInvestigations(SettingsReader settings) => new()
    {
        AtOnce = settings.Number(nameof(InvestigationOptions.AtOnce), Budgets.AtOnce, 1, 1024),
        PerHour = settings.Number(nameof(InvestigationOptions.PerHour), Budgets.PerHour, 0, 100_000),
    };

    /// <summary>The word <c>none</c> is for an empty list, which cannot be said otherwise.</summary>
    private static IReadOnlyList<Severity> Severities(SettingsReader settings, string name)
    {
        var words = settings.List(name);
        if (words.Count == 0 || words is ["none"])
            return words.Count == 0 ? Defaults.Bypass : [];
        var severities = new List<Severity>();
        foreach (var word in words)
        {
            if (Enum.TryParse<Severity>(word, ignoreCase: true, out var severity) && Enum.IsDefined(severity))
                severities.Add(severity);
            else
                settings.Problems.Add(settings.Key(name), $"must be none or some of {string.Join(", ", Enum.GetNames<Severity>())}, not \"{word}\"");
        }

        return severities;
    }
}
