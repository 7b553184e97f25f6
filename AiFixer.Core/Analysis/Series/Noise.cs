namespace AiFixer.Core.Analysis;

/// <summary>What is left when a change is taken away.</summary>
/// <param name="Scale">How large it is.</param>
/// <param name="Inflation">How many samples say as much as one independent one.</param>
internal readonly record struct Noise(double Scale, double Inflation)
{
    private const int Enough = 10;
    private const double MostAlike = 0.97;
    private const double Wild = 3;
    private const double Doubt = 1;

    /// <param name="left">What is left of each sample.</param>
    /// <param name="baseline">How many of them were before the change.</param>
    public static Noise Of(ReadOnlySpan<double> left, int baseline)
    {
        var calm = baseline >= Enough ? left[..baseline] : left;
        var scale = Robust.Spread(calm, Robust.Median(calm));
        var alike = Alike(left);
        if (baseline >= Enough)
            alike = Math.Min(alike, Alike(left[..baseline]));
        return new(scale, (1 + alike) / (1 - alike));
    }

    /// <summary>How much a sample resembles the one before it, wild ones cut.</summary>
    private static double Alike(ReadOnlySpan<double> left)
    {
        var centre = Robust.Median(left);
        var most = Wild * Robust.Spread(left, centre);
        var (squares, products, last) = (0d, 0d, 0d);
        for (var i = 0; i < left.Length; i++)
        {
            var now = Math.Clamp(left[i] - centre, -most, most);
            squares += now * now;
            products += i > 0 ? now * last : 0;
            last = now;
        }

        if (squares <= 0)
            return 0;
        var raw = products / squares;
        // A short stretch makes neighbours look less alike than they are, and what was fitted to it even less.
        var doubt = Doubt * Math.Sqrt((1 - (raw * raw)) / left.Length);
        return Math.Clamp(raw + ((1 + (3 * raw)) / left.Length) + doubt, 0, MostAlike);
    }
}
