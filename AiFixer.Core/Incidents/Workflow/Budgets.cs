using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>How many fixes may run without a person: units that all nodes share, taken by the start of a call.</summary>
internal static class Budgets
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Every budget that an automatic fix of this target takes a unit from.</summary>
    public static IEnumerable<Claim> Of(TargetRef target, PolicyOptions options)
    {
        yield return new(ClaimKeys.AutomaticFixes, Hour, options.AutomaticFixesPerHour);
        yield return new(ClaimKeys.AutomaticFixesOn(target), Hour, options.AutomaticFixesPerTarget);
        if (PolicyEnvironment.Of(target, options) is { AutomaticFixesPerHour: { } most } environment)
            yield return new(ClaimKeys.AutomaticFixesIn(environment.Name), Hour, most);
    }

    public static bool Has(string key) => key.StartsWith("quota:", StringComparison.Ordinal);

    public static string None(Claim budget) => budget.Key == ClaimKeys.AutomaticFixes
        ? "No automatic fixes are allowed."
        : $"No automatic fixes are allowed {Whose(budget.Key)}.";

    public static string UsedUp(string key) => key.StartsWith(ClaimKeys.AutomaticFixes, StringComparison.Ordinal)
        ? "The quota of automatic fixes for this hour is used up."
        : $"The quota of automatic fixes {Whose(key)} is used up for this hour.";

    private static string Whose(string key) => key.StartsWith(ClaimKeys.AutomaticFixesIn(""), StringComparison.Ordinal)
        ? $"in {key[ClaimKeys.AutomaticFixesIn("").Length..].Split('#')[0]}"
        : "of this target";
}
