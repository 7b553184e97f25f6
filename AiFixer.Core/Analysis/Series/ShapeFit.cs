namespace AiFixer.Core.Analysis;

/// <summary>Finds out how a number went from one level to another: at once or little by little, and from where on.</summary>
internal static class ShapeFit
{
    private const int ShortestRise = 4;
    private const int EnoughForMedian = 4;

    /// <summary>How much more a ramp has to explain, for it has two numbers more to choose.</summary>
    private const double Simpler = 6;

    /// <param name="least">No step begins before so many samples, since fewer show no level.</param>
    /// <param name="normal">So many samples are known to be normal.</param>
    public static Shape Of(ReadOnlySpan<double> times, ReadOnlySpan<double> values, Window window, int least, int normal)
    {
        var all = values[..window.End].ToArray();
        // Of a drift that was there from the start only the beginning is near the old level.
        var before = Robust.Median(all.AsSpan(0, window.Start < 3 * least ? window.Start : window.Start / 3));
        var end = Robust.Median(all.AsSpan(window.Start + (2 * window.Length / 3)));
        var middle = Robust.Median(all.AsSpan(window.Start));
        Tame.Apply(all, before, end, middle);
        var sums = new Sums(times[..window.End], all);
        var step = Step(sums, window.End, least, middle);
        var ramp = Ramp(times, all, sums, Top(all, window, before, end), window.End, Math.Max(1, normal), end);
        if (ramp is null)
            return step;
        var floor = all.Length * Math.Pow(1e-3 * (end - before), 2);
        var gain = all.Length * Math.Log((step.Error + floor) / (ramp.Error + floor));
        return gain > Simpler + (2 * Math.Log(all.Length)) ? ramp : step;
    }

    private static Shape Step(Sums sums, int end, int least, double after)
    {
        var errors = new double[end];
        for (var k = 0; k < end; k++)
            errors[k] = k < least || k > end - 2 ? double.PositiveInfinity : sums.Level(0, k) + sums.Level(k, end);
        var start = Array.IndexOf(errors, errors.Min());
        return new(false, start, start, sums.Mean(0, start), after, errors);
    }

    /// <summary>It is flat up to the sample before the first that is off.</summary>
    private static Shape? Ramp(ReadOnlySpan<double> times, double[] all, Sums sums, int top, int end, int least, double after)
    {
        if (top - least < ShortestRise)
            return null;
        var errors = new double[end];
        Array.Fill(errors, double.PositiveInfinity);
        var plateau = sums.Level(top, end);
        for (var k = least; k <= top - ShortestRise + 1; k++)
            errors[k] = sums.Bent(k - 1, top, times[k - 1], out _) + plateau;
        var start = Array.IndexOf(errors, errors.Min());
        _ = sums.Bent(start - 1, top, times[start - 1], out var level);
        return new(true, start, top, start >= EnoughForMedian ? Robust.Median(all.AsSpan(0, start)) : level, after, errors);
    }

    /// <summary>Where it is nearly there, and stays so for a sample.</summary>
    private static int Top(double[] all, Window window, double before, double end)
    {
        var nearly = 0.9 * Math.Abs(end - before);
        var sign = Math.Sign(end - before);
        for (var i = window.Start; i < window.End - 1; i++)
        {
            if (sign * (all[i] - before) >= nearly && sign * (all[i + 1] - before) >= nearly)
                return i;
        }

        return window.End;
    }
}
