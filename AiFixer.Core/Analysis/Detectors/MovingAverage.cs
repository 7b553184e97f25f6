namespace AiFixer.Core.Analysis;

/// <summary>What is far from the mean of the samples up to it.</summary>
internal static class MovingAverage
{
    /// <returns>Null when there are fewer samples than the window has.</returns>
    public static bool[]? Wild(Profile profile, int window, double limit)
    {
        var values = profile.Values;
        if (values.Length < window || window < 2)
            return null;
        var wild = new bool[values.Length];
        for (var i = window - 1; i < values.Length; i++)
        {
            var (mean, deviation) = Of(values.AsSpan(i - window + 1, window));
            wild[i] = Math.Abs(values[i] - mean) > limit * deviation;
        }

        return wild;
    }

    /// <summary>Both at once over a few values: a running sum would lose digits over a long series.</summary>
    private static (double Mean, double Deviation) Of(ReadOnlySpan<double> values)
    {
        var sum = 0d;
        foreach (var value in values)
            sum += value;
        var mean = sum / values.Length;
        var squares = 0d;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return (mean, Math.Sqrt(squares / (values.Length - 1)));
    }
}
