namespace AiFixer.Core.Analysis;

/// <summary>
/// What random cuts set apart from all others after few cuts is wild. On a line every tree is a row of intervals, so that a whole sorted
/// series is scored by walking each tree once.
/// </summary>
internal static class IsolationForest
{
    private const double Euler = 0.5772156649015329;

    /// <returns>Null when there are too few samples.</returns>
    public static bool[]? Wild(Profile profile, DetectorOptions options)
    {
        if (profile.Values.Length < options.LeastForest)
            return null;
        var scores = Scores(profile, options);
        var sorted = scores.AsSpan().ToArray();
        Array.Sort(sorted);
        var limit = Robust.Quantile(sorted, 1 - options.Contamination);
        return Array.ConvertAll(scores, score => score > limit);
    }

    /// <summary>0 to 1 for each sample, larger the wilder.</summary>
    public static double[] Scores(Profile profile, DetectorOptions options)
    {
        var n = profile.Values.Length;
        var taken = Math.Min(options.TreeSamples, n);
        var forest = new ForestWalk(profile.Sorted, taken);
        var chances = new Chances(options.Seed);
        for (var tree = 0; tree < options.Trees; tree++)
            forest.Grow(ref chances);
        var depths = forest.Depths();
        var scores = new double[n];
        for (var i = 0; i < n; i++)
            scores[profile.Order[i]] = Math.Pow(2, -depths[i] / options.Trees / Average(taken));
        return scores;
    }

    /// <summary>How many cuts it takes on average to set one of so many values apart.</summary>
    public static double Average(int count) => count switch
    {
        <= 1 => 0,
        2 => 1,
        _ => (2 * (Math.Log(count - 1) + Euler)) - (2 * (count - 1d) / count),
    };
}
