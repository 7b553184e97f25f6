using System.Collections.Immutable;

namespace AiFixer.Core.Analysis;

/// <summary>Finds the metrics that move with one that is in trouble, and tells those that moved first.</summary>
/// <remarks>
/// A correlation shows that two things belong together, not which is the cause: what moved after the trouble is kept, for it shows whom
/// it hits, but counts little.
/// </remarks>
public static class RelatedMetrics
{
    private const double NothingLeft = 0.2;

    /// <summary>The best first. Counters are made rates.</summary>
    public static ImmutableList<Relation> Of(Metric trouble, IEnumerable<Metric> candidates, CorrelationOptions? options = null)
    {
        options ??= CorrelationOptions.Default;
        var target = trouble.Prepared();
        var onset = Onset.Of(target.Series);
        var pairs = candidates
            .Where(candidate => candidate.Name != trouble.Name)
            .Select(candidate => RelatedPair.Of(target, onset, candidate.Prepared(), options))
            .OfType<RelatedPair>()
            .ToList();
        var chances = FalseDiscovery.Adjusted([.. pairs.Select(pair => pair.Chance)]);
        var related = pairs.Zip(chances)
            .Where(one => Math.Abs(one.First.Best.R) >= options.LeastCorrelation && one.Second < options.MostChance)
            .Select(one => (Pair: one.First, Told: one.First.Tell(onset, one.Second)))
            .OrderByDescending(one => one.Told.Confidence)
            .ThenBy(one => one.Told.Metric, StringComparer.Ordinal)
            .ToList();
        return
        [
            .. related
                .Select((one, i) => Explained(target.Series, one.Pair, one.Told, related.Take(i), options))
                .OrderByDescending(told => told.Confidence)
                .ThenBy(told => told.Metric, StringComparer.Ordinal)
                .Take(options.Most),
        ];
    }

    private static Relation Explained(
        Series target, RelatedPair pair, Relation told, IEnumerable<(RelatedPair Pair, Relation Told)> stronger, CorrelationOptions options)
    {
        var cause = stronger.FirstOrDefault(other => other.Told.Order != CausalOrder.After && LeavesNothing(target, pair, other.Pair, options));
        return cause.Told is { Metric: var name } ? told with { ExplainedBy = name, Confidence = told.Confidence * RelatedPair.Explained } : told;
    }

    private static bool LeavesNothing(Series target, RelatedPair one, RelatedPair other, CorrelationOptions options)
    {
        if (Aligned.Of(options.LeastSamples, target, one.Led, other.Led) is not { } all)
            return false;
        var (r, p) = PartialCorrelation.Of(all.Rows[1], all.Rows[0], all.Rows[2]);
        return Math.Abs(r) < NothingLeft || p >= options.MostChance;
    }
}
