namespace AiFixer.Core.Analysis;

/// <summary>Running sums, so that the error of a level or of a line over any stretch costs nothing to know.</summary>
internal sealed class Sums
{
    private readonly double[] y;
    private readonly double[] yy;
    private readonly double[] t;
    private readonly double[] tt;
    private readonly double[] ty;

    public Sums(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        var n = values.Length;
        (y, yy, t, tt, ty) = (new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1], new double[n + 1]);
        for (var i = 0; i < n; i++)
        {
            y[i + 1] = y[i] + values[i];
            yy[i + 1] = yy[i] + (values[i] * values[i]);
            t[i + 1] = t[i] + times[i];
            tt[i + 1] = tt[i] + (times[i] * times[i]);
            ty[i + 1] = ty[i] + (times[i] * values[i]);
        }
    }

    public double Mean(int from, int until) => until > from ? (y[until] - y[from]) / (until - from) : 0;

    /// <summary>Squared distances from the mean.</summary>
    public double Level(int from, int until)
    {
        var sum = y[until] - y[from];
        return until > from ? Math.Max(0, yy[until] - yy[from] - (sum * sum / (until - from))) : 0;
    }

    /// <summary>Squared distances, up to a place, from the best line that is flat first and rises or falls from a bend on.</summary>
    public double Bent(int bend, int until, double time, out double level)
    {
        var n = until - bend;
        var (sumT, sumY) = (t[until] - t[bend] - (n * time), y[until] - y[bend]);
        var squares = tt[until] - tt[bend] - (2 * time * (t[until] - t[bend])) + (n * time * time);
        var products = ty[until] - ty[bend] - (time * sumY);
        var across = squares - (sumT * sumT / until);
        var along = products - (sumT * y[until] / until);
        var slope = across > 0 ? along / across : 0;
        level = (y[until] - (slope * sumT)) / until;
        return Math.Max(0, yy[until] - (y[until] * y[until] / until) - (slope * along));
    }
}
