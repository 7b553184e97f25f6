namespace AiFixer.Core.Analysis;

/// <summary>Trouble that comes, goes and comes again: it began with its first time, and not with the one that was reported.</summary>
internal static class Episodes
{
    private const int Least = 2;
    private const int Enough = 3;

    /// <summary>Of the way from the calm to the worst: what is further is trouble.</summary>
    private const double Off = 0.25;
    private const double MostOfTime = 0.4;

    /// <summary>How long it has to be calm before the first, against the time between two.</summary>
    private const double Before = 0.75;

    /// <summary>How far the worst has to stand out from what is calm.</summary>
    private const double Clear = 10;

    /// <summary>The first of several; null when there are fewer, or when they may have gone on for ever.</summary>
    public static ChangePoint? Of(Series series)
    {
        var known = series.WithoutGaps();
        if (known.Count < 10 * Least)
            return null;
        double[] values = [.. known.Values];
        var calm = Robust.Median(values);
        var worst = values.MaxBy(value => Math.Abs(value - calm));
        var spread = Robust.Median([.. values.Select(value => Math.Abs(value - calm))]);
        if (Math.Abs(worst - calm) <= Clear * spread || worst == calm)
            return null;
        bool[] off = [.. values.Select(value => (value - calm) / (worst - calm) > Off)];
        var starts = Starts(off);
        if (starts.Count < Enough || off.Count(isOff => isOff) > MostOfTime * off.Length)
            return null;
        var (first, apart) = (starts[0], starts.Zip(starts.Skip(1), (one, next) => next - one).Max());
        return first <= Before * apart ? null : new(
            known.Times[first], known.Times[first - 1], known.Times[first], calm, worst, Clear, 0.001, ChangeKind.Spike, TimeSpan.Zero, null);
    }

    /// <summary>Where it goes off for some samples, after some calm ones.</summary>
    private static List<int> Starts(bool[] off)
    {
        var (starts, calm) = (new List<int>(), Least + 1);
        for (var at = 0; at < off.Length; at++)
        {
            if (off[at] && calm > Least && at + 1 < off.Length && off[at + 1])
                starts.Add(at);
            calm = off[at] ? 0 : calm + 1;
        }

        return starts;
    }
}
