using System.Buffers;

namespace AiFixer.Core.Analysis;

/// <summary>Statistics that a few wild values do not move. None of them takes NaN.</summary>
public static class Robust
{
    /// <summary>What makes a median deviation comparable with a standard deviation, for the normal distribution.</summary>
    public const double NormalMad = 1.482602218505602;

    /// <summary>The same for a mean deviation.</summary>
    public const double NormalMean = 1.2533141373155001;

    /// <returns>NaN when there are no values.</returns>
    public static double Median(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            return double.NaN;
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        var copy = rented.AsSpan(0, values.Length);
        values.CopyTo(copy);
        var median = Selection.Median(copy);
        ArrayPool<double>.Shared.Return(rented);
        return median;
    }

    /// <summary>The median distance from a centre.</summary>
    public static double Mad(ReadOnlySpan<double> values, double centre)
    {
        if (values.IsEmpty)
            return double.NaN;
        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        var apart = rented.AsSpan(0, values.Length);
        for (var i = 0; i < values.Length; i++)
            apart[i] = Math.Abs(values[i] - centre);
        var mad = Selection.Median(apart);
        ArrayPool<double>.Shared.Return(rented);
        return mad;
    }

    /// <summary>
    /// How widely values are spread about a centre, as a standard deviation would say were there no wild ones. Where more than
    /// half of them are the same, by their mean distance.
    /// </summary>
    public static double Spread(ReadOnlySpan<double> values, double centre)
    {
        if (values.IsEmpty)
            return 0;
        if (Mad(values, centre) is > 0 and var mad)
            return mad * NormalMad;
        var sum = 0d;
        foreach (var value in values)
            sum += Math.Abs(value - centre);
        return sum / values.Length * NormalMean;
    }

    /// <summary>The quantile of sorted values, between two of them where it falls so.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
            return double.NaN;
        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
