namespace AiFixer.Gateway.Commands.Eval;

/// <summary>What became of a suite's cases. A share that no case was asked for is null.</summary>
internal sealed record SuiteSummary(
    int Cases,
    int Passed,
    int Category,
    int CulpritAsked,
    int CulpritRight,
    int DecoysBlamed,
    int DecoysConfirmed,
    double? Mentions,
    double? FirstService,
    double? BlastRadius,
    int Invented,
    long MsMedian)
{
    public static SuiteSummary Of(IReadOnlyCollection<CaseResult.Ran> cases)
    {
        var scores = cases.Select(one => one.Score).ToList();
        return new(
            scores.Count,
            scores.Count(score => score.Passed),
            scores.Count(score => score.Category),
            scores.Count(score => score.Culprit is not null),
            scores.Count(score => score.Culprit is true),
            scores.Count(score => score.DecoyBlamed),
            scores.Count(score => score.DecoyConfirmed),
            Mean(scores.Select(score => score.Mentions)),
            Mean(scores.Select(score => score.FirstService is { } right ? right ? 1d : 0d : (double?)null)),
            Mean(scores.Select(score => score.BlastRadius)),
            scores.Count(score => score.Invented),
            Median(cases.Select(one => one.Took)));
    }

    private static double? Mean(IEnumerable<double?> shares) => shares.Average() is { } mean ? Math.Round(mean, 3) : null;

    private static long Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? 0 : (long)((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2).TotalMilliseconds;
    }
}
