namespace AiFixer.Core.Analysis;

/// <summary>A change and what it stands out of.</summary>
/// <param name="BackAt">The first sample that is back at the old level.</param>
internal sealed record Found(Shape Shape, Noise Noise, double Chance, int? BackAt)
{
    private const double MostScore = 1000;
    private const double SmallestStage = 0.15;

    public double Score => Noise.Scale <= 0 ? MostScore : Math.Min(MostScore, Math.Abs(Shape.After - Shape.Before) / Noise.Scale);

    public bool Counts(OnsetOptions options) =>
        Shape.After != Shape.Before && Chance <= options.MostChance && Score >= options.LeastScore;

    /// <summary>Whether it goes on where an earlier change went, which is a part of the whole worth the name.</summary>
    public bool Continues(Found earlier)
    {
        var (step, whole) = (earlier.Shape.After - earlier.Shape.Before, Shape.After - earlier.Shape.Before);
        return Math.Sign(step) == Math.Sign(whole) && Math.Abs(step) >= SmallestStage * Math.Abs(whole);
    }

    /// <summary>From its beginning to where a later stage ended.</summary>
    public Found UpTo(Found later) => this with { Shape = Shape with { After = later.Shape.After, Top = later.Shape.Top } };
}
