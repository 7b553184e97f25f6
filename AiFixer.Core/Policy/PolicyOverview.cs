using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>The policy as people see it.</summary>
public static class PolicyOverview
{
    /// <summary>Every rule by name, and what it makes sure of.</summary>
    public static IReadOnlyList<(string Name, string Text)> Rules(PolicyOptions options) =>
        [.. PolicyEngine.All.Select(rule => (rule.Name, rule.Describe(options)))];

    /// <summary>Whether a freeze is on now.</summary>
    public static bool IsFrozen(PolicyWindow freeze, DateTimeOffset now) => WindowTimes.Has(freeze, now, untilLast: true);

    /// <summary>Whether a maintenance window is open now.</summary>
    public static bool IsOpen(PolicyWindow window, DateTimeOffset now) => WindowTimes.Has(window, now, untilLast: false);
}
