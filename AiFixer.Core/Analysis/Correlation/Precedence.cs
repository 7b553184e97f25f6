namespace AiFixer.Core.Analysis;

/// <summary>
/// Granger's question: does the past of one series tell more of another than the other's own past does? It shows that one comes first,
/// not that it is the cause.
/// </summary>
public static class Precedence
{
    /// <summary>With fewer samples for each number that is fitted nothing is said.</summary>
    private const int SamplesForEach = 4;

    /// <returns>The F value and its p value; 0 and 1 when there is too little to tell.</returns>
    public static (double F, double P) Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int lags = 2)
    {
        var n = second.Length - lags;
        if (lags < 1 || n < SamplesForEach * ((2 * lags) + 1))
            return (0, 1);
        var now = second[lags..];
        var own = Past(second, lags);
        var (alone, usedAlone) = LeastSquares.Residuals(now, own);
        var (together, used) = LeastSquares.Residuals(now, [.. own, .. Past(first, lags)]);
        var (more, freedom) = (used - usedAlone, n - used - 1);
        var (restricted, full) = (LeastSquares.Squares(alone), LeastSquares.Squares(together));
        if (more <= 0 || freedom <= 0 || restricted <= 0)
            return (0, 1);
        var f = full > 0 ? Math.Max(0, restricted - full) / more / (full / freedom) : double.MaxValue;
        return (f, Tails.FisherF(f, more, freedom));
    }

    private static double[][] Past(ReadOnlySpan<double> values, int lags)
    {
        var past = new double[lags][];
        for (var lag = 1; lag <= lags; lag++)
            past[lag - 1] = values[(lags - lag)..^lag].ToArray();
        return past;
    }
}
