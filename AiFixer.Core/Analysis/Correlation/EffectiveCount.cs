namespace AiFixer.Core.Analysis;

/// <summary>How many independent pairs two series are worth whose neighbours are alike (Bartlett's formula).</summary>
internal static class EffectiveCount
{
    private const int MostLags = 20;

    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var n = x.Length;
        var sum = 1d;
        for (var lag = 1; lag <= Math.Min(MostLags, n / 4); lag++)
        {
            var product = Alike(x, lag) * Alike(y, lag);
            if (double.IsNaN(product) || product <= 0)
                break;
            sum += 2 * (1 - ((double)lag / n)) * product;
        }

        return Math.Clamp(n / sum, Math.Min(n, 3), n);
    }

    private static double Alike(ReadOnlySpan<double> values, int lag) => Pearson.Correlation(values[..^lag], values[lag..]);
}
