namespace AiFixer.Core.Analysis;

/// <summary>How closely two rows of numbers follow each other along a straight line.</summary>
public static class Pearson
{
    private const int LeastPairs = 3;

    /// <returns>The correlation, NaN when there is none because one of them never changes or there are too few, and its p value.</returns>
    public static (double R, double P) Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var r = Correlation(x, y);
        return (r, Tails.Correlation(r, x.Length - 2));
    }

    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException("Both need as many values.", nameof(y));
        if (x.Length < LeastPairs)
            return double.NaN;
        var (meanX, meanY) = (Mean(x), Mean(y));
        var (xx, yy, xy) = (0d, 0d, 0d);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        // What never changes leaves rounding errors, and they correlate with anything.
        if (xx <= Nothing(meanX, x.Length) || yy <= Nothing(meanY, y.Length))
            return double.NaN;
        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }

    private static double Nothing(double mean, int count) => count * Math.Pow(1e-13 * mean, 2);

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
            sum += value - values[0];
        return values[0] + (sum / values.Length);
    }
}
