namespace AiFixer.Core.Analysis;

/// <summary>
/// What is left of a series when its change is taken away. That it changed is known to be no chance; how much chance there is in it shows
/// in the rest.
/// </summary>
internal static class Flat
{
    public static double[] Of(DateTimeOffset[] times, double[] values, ChangePoint? change)
    {
        if (change is null)
            return values;
        var start = Array.FindIndex(times, time => time >= change.Onset);
        var end = change.RecoveredAt is { } back ? Array.FindIndex(times, time => time >= back) : -1;
        var flat = values.ToArray();
        start = start < 0 ? flat.Length : start;
        end = end < 0 ? flat.Length : Math.Max(end, start);
        Level(flat.AsSpan(0, start));
        Level(flat.AsSpan(start, end - start));
        Level(flat.AsSpan(end));
        return flat;
    }

    /// <summary>Takes the straight line that fits best away.</summary>
    private static void Level(Span<double> part)
    {
        var line = new double[part.Length];
        for (var i = 0; i < line.Length; i++)
            line[i] = i;
        LeastSquares.Residuals(part, line).Residuals.CopyTo(part);
    }
}
