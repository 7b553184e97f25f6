namespace AiFixer.Core.Analysis;

/// <summary>
/// How probable it is that a stretch stands so far apart by chance, at most. Values are only counted, on which side of the middle between
/// the two levels they are; so it holds whatever the noise looks like.
/// </summary>
/// <param name="Before">The level of what is normal.</param>
/// <param name="After">The level of what is off.</param>
/// <param name="Resolution">How finely values are given.</param>
internal readonly ref struct Luck(ReadOnlySpan<double> normal, ReadOnlySpan<double> off, double before, double after, double resolution)
{
    /// <summary>Beyond what was ever seen, how probable values are is taken to fall with the third power: heavy tails.</summary>
    private const double TailPower = 3;
    private const double LeastTail = 1e-4;

    private readonly ReadOnlySpan<double> normal = normal;
    private readonly ReadOnlySpan<double> off = off;

    /// <param name="looks">How many stretches were looked at.</param>
    /// <param name="jump">How large the largest other leap between neighbours is, compared with the one at the edge.</param>
    public double Bound(double looks, double inflation, double jump)
    {
        var one = LogChance(normal, off, before, after, inflation);
        var other = LogChance(off, normal, after, before, inflation);
        return Math.Min(1, Math.Exp(Math.Log(looks) + Math.Max(one, other) + Math.Log(Tail(jump))));
    }

    private double LogChance(ReadOnlySpan<double> these, ReadOnlySpan<double> those, double level, double other, double inflation)
    {
        var middle = (level + other) / 2;
        var sign = Math.Sign(other - level);
        var (beyond, farthest) = (0, resolution);
        foreach (var value in these)
        {
            beyond += sign * (value - middle) > 0 ? 1 : 0;
            farthest = Math.Max(farthest, sign * (value - level));
        }

        var expected = (beyond + 1d) / (these.Length + 1d);
        if (beyond == 0)
            expected *= Tail(farthest / Math.Abs(middle - level));
        var count = 0;
        foreach (var value in those)
            count += sign * (value - middle) > 0 ? 1 : 0;
        var share = (double)count / those.Length;
        return share <= Math.Max(0.5, expected) ? 0 : -Weight(those.Length, inflation) * Divergence(share, expected);
    }

    private static double Tail(double part) => Math.Clamp(Math.Pow(part, TailPower), LeastTail, 1);

    /// <summary>However alike neighbours are, going there and staying are two things.</summary>
    private static double Weight(int count, double inflation) => Math.Max(Math.Min(count, 2), count / inflation);

    private static double Divergence(double share, double expected) =>
        (share * Math.Log(share / expected)) + (share < 1 ? (1 - share) * Math.Log((1 - share) / (1 - expected)) : 0);
}
