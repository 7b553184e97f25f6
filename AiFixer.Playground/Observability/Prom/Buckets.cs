using System.Globalization;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Quantiles of histograms, which are series of cumulative buckets.</summary>
internal static class Buckets
{
    private const string Bound = "le";

    public static PromValue.Vector Quantile(IReadOnlyList<PromValue> arguments)
    {
        if (arguments is not [PromValue.Scalar { Value: var quantile }, PromValue.Vector vector])
            throw PromException.BadData("1:1: parse error: expected a scalar and an instant vector in call to function \"histogram_quantile\"");
        return new(
        [
            .. vector.Items.Where(i => Upper(i.Labels) is not null)
                .GroupBy(i => i.Labels.Without([Bound, LabelSet.NameLabel]))
                .Select(g => (g.Key, Of(quantile, [.. g.Select(i => (Upper: Upper(i.Labels)!.Value, Count: i.Value)).OrderBy(b => b.Upper)]))),
        ]);
    }

    private static double Of(double quantile, (double Upper, double Count)[] buckets)
    {
        if (double.IsNaN(quantile) || buckets.Length < 2 || !double.IsPositiveInfinity(buckets[^1].Upper))
            return double.NaN;
        if (quantile is < 0 or > 1)
            return quantile < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        // Buckets are scraped one after the other: a later one must not seem to hold less.
        for (var i = 1; i < buckets.Length; i++)
            buckets[i].Count = Math.Max(buckets[i].Count, buckets[i - 1].Count);
        if (buckets[^1].Count == 0)
            return double.NaN;
        var rank = quantile * buckets[^1].Count;
        var at = Array.FindIndex(buckets, b => b.Count >= rank);
        if (at == buckets.Length - 1)
            return buckets[^2].Upper;
        if (at == 0 && buckets[0].Upper <= 0)
            return buckets[0].Upper;
        var (from, below) = at == 0 ? (0, 0) : buckets[at - 1];
        return from + (buckets[at].Upper - from) * ((rank - below) / (buckets[at].Count - below));
    }

    private static double? Upper(LabelSet labels) => labels[Bound] switch
    {
        "+Inf" => double.PositiveInfinity,
        var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound : null,
    };
}
