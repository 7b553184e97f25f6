using System.Collections.Immutable;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Makes claims of signs.</summary>
internal static class Weighing
{
    public static ImmutableList<CitedClaim> Claims(params IEnumerable<Signal?> signals) =>
        [.. signals.OfType<Signal>().DistinctBy(s => s.Says).Take(8).Select(s => new CitedClaim($"{char.ToUpperInvariant(s.Says[0])}{s.Says[1..]}.", s.Evidence.Length == 0 ? [] : [s.Evidence]))];

    /// <summary>Several independent signs together: each leaves less room for doubt.</summary>
    public static double Together(params IEnumerable<double> strengths) => 1 - strengths.Aggregate(1.0, (doubt, s) => doubt * (1 - Math.Clamp(s, 0, 1)));
}
