namespace AiFixer.Core.Analysis;

/// <summary>Finds when a number left its level.</summary>
/// <remarks>
/// The stretch that stands apart most is found by ranks; the change has to be larger than the noise and too improbable for it, whatever
/// the noise is like, neighbours that resemble each other included; then the shape that fits best tells when it began.
/// </remarks>
public static class Onset
{
    private const double Back = 0.35;
    private const int ShortestTail = 3;

    /// <summary>The change that stands out most; null when there is none or too little is known.</summary>
    /// <param name="normalUntil">Until then everything is known to have been normal, so nothing began before.</param>
    public static ChangePoint? Of(Series series, DateTimeOffset? normalUntil = null, OnsetOptions? options = null)
    {
        options ??= OnsetOptions.Default;
        var known = series.WithoutGaps();
        var normal = normalUntil is { } until ? known.Times.Count(time => time < until) : 0;
        return Find(new(known), known.Count, normal, options) is { } found ? Told(known, found) : null;
    }

    private static Found? Find(Samples samples, int count, int normal, OnsetOptions options)
    {
        var least = Math.Max(options.LeastBaseline, normal);
        if (count < options.LeastSamples || count <= least)
            return null;
        var values = samples.Values.AsSpan(0, count);
        if (RankScan.Best(values) is not { } best || Settled(best, count, least) is not { } window)
            return null;
        var whole = Judge(samples, count, window, normal, options);
        if (whole.BackAt is not null)
            return whole.Counts(options) ? whole : null;
        // A trouble that grows in stages began with the first of them.
        var until = whole.Counts(options) ? whole.Shape.Start : whole.Shape.Top;
        var first = until < count ? Find(samples, until, normal, options) : null;
        return first is { BackAt: null } && whole.Continues(first) ? first.UpTo(whole) : whole.Counts(options) ? whole : null;
    }

    private static Found Judge(Samples samples, int count, Window window, int normal, OnsetOptions options)
    {
        var values = samples.Values.AsSpan(0, count);
        var (before, after) = (Robust.Median(values[..window.Start]), Robust.Median(values[window.Start..window.End]));
        var isBack = count - window.End >= ShortestTail && Math.Abs(Robust.Median(values[window.End..]) - before) <= Back * Math.Abs(after - before);
        if (Calm.Since(values, window.Start, before, Back * Math.Abs(after - before)) is { } calm && (!isBack || calm < window.End))
            (window, isBack) = (window with { End = calm }, true);
        if (!isBack)
            window = window with { End = count };
        if (!isBack)
            after = Robust.Median(values[window.Start..]);
        var shape = ShapeFit.Of(samples.Times, values, window, Math.Max(options.LeastBaseline, normal), normal);
        var noise = Noise.Of(samples.Left(shape, window.End, count), shape.Start);
        shape = shape.Started(values, noise);
        var chance = Math.Min(Chance(samples, values, window, isBack, shape, noise), Chance(samples, values, window with { Start = shape.Start }, isBack, shape, noise));
        return new(shape, noise, chance, isBack ? window.End : null);
    }

    /// <summary>Two stretches are asked about, so noise has two looks.</summary>
    private static double Chance(Samples samples, ReadOnlySpan<double> values, Window window, bool isBack, Shape shape, Noise noise)
    {
        double[] still = [.. values[..window.Start], .. isBack ? values[window.End..] : []];
        var off = values[window.Start..window.End];
        var luck = new Luck(still, off, Robust.Median(values[..window.Start]), Robust.Median(off), samples.Resolution);
        return luck.Bound(2 * RankScan.Looks(values.Length), noise.Inflation, Jump.OthersAt(values, shape, samples.Resolution));
    }

    /// <summary>What stands apart at the very beginning is what was normal then; the change is its end.</summary>
    private static Window? Settled(Window window, int count, int least)
    {
        if (window.Start < least)
            window = new(window.End, count, -window.Z);
        return window.Start >= least && window.Length >= 2 ? window : null;
    }

    private static ChangePoint Told(Series known, Found found)
    {
        var (shape, times) = (found.Shape, known.Times);
        var (first, last) = shape.Range(found.Noise);
        var kind = found.BackAt is not null ? ChangeKind.Spike : shape.IsRamp ? ChangeKind.Ramp : ChangeKind.Step;
        return new(
            times[shape.Start], times[Math.Max(0, first - 1)], times[last], shape.Before, shape.After, found.Score, found.Chance,
            kind, times[Math.Min(shape.Top, known.Count - 1)] - times[shape.Start], found.BackAt is { } back ? times[back] : null);
    }
}
