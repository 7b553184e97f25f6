using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>What can explain a workload's trouble, the best explanation first.</summary>
internal static class ClusterAnalysis
{
    public static ImmutableList<Cause> Of(ClusterFacts facts)
    {
        ImmutableList<Cause> troubles = [.. StartRules.In(facts).Concat(RunRules.In(facts)).Concat(PlaceRules.In(facts)).OfType<Cause>().OrderByDescending(c => c.Strength)];
        return WellRule.In(facts) is { } well && !troubles.Exists(t => t.IsCertain) ? [well, .. troubles.Where(t => t.Strength > well.Strength)] : troubles;
    }
}
