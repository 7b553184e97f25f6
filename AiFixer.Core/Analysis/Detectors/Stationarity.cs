namespace AiFixer.Core.Analysis;

/// <summary>Whether a series stays about one level. Where it does not, all of it is suspect.</summary>
internal static class Stationarity
{
    private const int LeastSamples = 10;

    /// <summary>Below it a series that wanders is improbable (5 of 100), for many samples.</summary>
    private const double Wanders = -2.86;

    public static bool[]? Wild(Profile profile, DetectorOptions options)
    {
        if (profile.Values.Length < LeastSamples)
            return null;
        var wild = new bool[profile.Values.Length];
        if (profile.Deviation > 0)
            Array.Fill(wild, HasTrend(profile, options) || DickeyFuller(profile.Values) > Wanders);
        return wild;
    }

    /// <summary>
    /// How strongly the next step leads back to the mean, as a t value: far below zero for what stays about its level, near zero for
    /// what goes where it likes.
    /// </summary>
    public static double DickeyFuller(ReadOnlySpan<double> values)
    {
        var n = values.Length - 1;
        var (meanX, meanY) = (0d, 0d);
        for (var i = 0; i < n; i++)
        {
            meanX += values[i] / n;
            meanY += (values[i + 1] - values[i]) / n;
        }

        var (xx, xy, yy) = (0d, 0d, 0d);
        for (var i = 0; i < n; i++)
        {
            var (x, y) = (values[i] - meanX, values[i + 1] - values[i] - meanY);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }

        if (xx <= 0)
            return 0;
        var slope = xy / xx;
        var error = Math.Sqrt(Math.Max(0, yy - (slope * xy)) / (n - 2) / xx);
        return error > 0 ? slope / error : double.NegativeInfinity;
    }

    private static bool HasTrend(Profile profile, DetectorOptions options)
    {
        var (r, p) = Trend(profile.Values);
        return Math.Abs(r) >= options.Trend && p < options.TrendChance;
    }

    /// <summary>How closely the values follow a straight line, and how probable that is by chance.</summary>
    public static (double R, double P) Trend(ReadOnlySpan<double> values)
    {
        var line = new double[values.Length];
        for (var i = 0; i < line.Length; i++)
            line[i] = i;
        return Pearson.Of(line, values);
    }
}
