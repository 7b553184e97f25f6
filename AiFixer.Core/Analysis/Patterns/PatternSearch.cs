using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Patterns;

/// <summary>
/// Looks for known patterns in what was seen. What the platform says, what programs wrote and what was measured are three witnesses: each
/// counts once, however often it repeats itself, and those that agree make a pattern surer.
/// </summary>
public static class PatternSearch
{
    private const double Least = 0.3;
    private const double LoneLine = 0.7;
    private const int ManyLines = 3;

    /// <summary>The surest first.</summary>
    public static ImmutableList<PatternFinding> Of(IReadOnlyCollection<Sign> signs, IReadOnlyCollection<Gauge> gauges) =>
    [
        .. PatternRules.All
            .Select(rule => Judge(rule, signs, gauges))
            .OfType<PatternFinding>()
            .OrderByDescending(finding => finding.Score)
            .ThenBy(finding => finding.Kind),
    ];

    private static PatternFinding? Judge(PatternRule rule, IReadOnlyCollection<Sign> signs, IReadOnlyCollection<Gauge> gauges)
    {
        var said = signs.Where(sign => sign.Source is not SignSource.Log && rule.Platform.IsMatch(sign.Text)).ToList();
        var written = signs.Where(sign => sign.Source is SignSource.Log && rule.Log?.IsMatch(sign.Text) == true).ToList();
        var measured = gauges.Where(gauge => gauge.Measure == rule.Measure && gauge.Value >= rule.From).ToList();
        var score = 1 - ((1 - (said.Count > 0 ? rule.PlatformWeight : 0))
            * (1 - (Lines(written) * rule.LogWeight))
            * (1 - (measured.Select(gauge => Strength(rule, gauge)).DefaultIfEmpty(0).Max() * rule.MeasureWeight)));
        if (score < Least)
            return null;
        return new(
            rule.Kind,
            Math.Round(score, 3),
            [.. said.Concat(written).Select(sign => sign.Id).Concat(measured.Select(gauge => gauge.Id)).Distinct()],
            [.. said.Concat(written).Select(sign => sign.Object).Concat(measured.Select(gauge => gauge.Object)).Where(name => name.Length > 0).Distinct()],
            PatternText.Of(said, written, measured));
    }

    private static double Lines(List<Sign> written) => written.Sum(sign => sign.Count) switch
    {
        0 => 0,
        < ManyLines => LoneLine,
        _ => 1,
    };

    /// <summary>Half at the limit from which it says something, all at the one at which it says all.</summary>
    private static double Strength(PatternRule rule, Gauge gauge) =>
        0.5 + (0.5 * Math.Clamp((gauge.Value - rule.From) / (rule.Full - rule.From), 0, 1));
}
