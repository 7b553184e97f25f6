namespace AiFixer.Core.Analysis;

/// <summary>Who asks many questions gets some wrong answers: p values made larger for it (Benjamini and Hochberg).</summary>
public static class FalseDiscovery
{
    /// <returns>Below a limit of these the share of false ones is expected to be below that limit.</returns>
    public static double[] Adjusted(ReadOnlySpan<double> chances)
    {
        var sorted = chances.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var adjusted = new double[sorted.Length];
        var least = 1d;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted[i] * sorted.Length / (i + 1));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }
}
