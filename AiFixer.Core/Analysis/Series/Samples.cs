namespace AiFixer.Core.Analysis;

/// <summary>A series without gaps as plain numbers, its times as seconds since its first.</summary>
internal sealed class Samples
{
    public Samples(Series known)
    {
        Values = [.. known.Values];
        Resolution = Analysis.Resolution.Of(Values);
        Times = new double[known.Count];
        for (var i = 0; i < known.Count; i++)
            Times[i] = (known.Times[i] - known.Times[0]).TotalSeconds;
    }

    public double[] Values { get; }

    public double Resolution { get; }

    public double[] Times { get; }

    /// <summary>What a change leaves of each sample; behind its end the old level is back.</summary>
    public double[] Left(Shape shape, int end, int count)
    {
        var left = new double[count];
        var top = Robust.Median(Values.AsSpan(Math.Min(shape.Top, end - 1), end - Math.Min(shape.Top, end - 1)));
        for (var i = 0; i < count; i++)
            left[i] = Values[i] - (i < shape.Start || i >= end ? shape.Before : Expected(shape, i, top));
        return left;
    }

    private double Expected(Shape shape, int i, double top)
    {
        if (i >= shape.Top || !shape.IsRamp)
            return top;
        var whole = Times[Math.Min(shape.Top, Times.Length - 1)] - Times[shape.Start];
        return shape.Before + ((top - shape.Before) * (Times[i] - Times[shape.Start]) / whole);
    }
}
