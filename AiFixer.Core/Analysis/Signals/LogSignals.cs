using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Logs;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Kinds of lines that tell of trouble and were not there before.</summary>
internal static class LogSignals
{
    /// <summary>What was written before the trouble too, at half the rate at least, is how this service always talks.</summary>
    private const double Usual = 0.5;

    public static IEnumerable<Signal> In(SceneFacts scene, DateTimeOffset onset)
    {
        foreach (var (kind, lines) in scene.Lines.Where(l => l.IsTrouble).GroupBy(l => l.Service, StringComparer.Ordinal).SelectMany(Kinds))
        {
            var isOld = IsUsual(lines, scene, onset);
            var strength = isOld ? 0.1 : lines.Exists(l => l.IsError) ? 0.9 : 0.75;
            var first = isOld ? lines.First() : lines.Find(l => l.At >= onset - TimeSpan.FromMinutes(30)) ?? lines[0];
            yield return new(
                SignalKind.Log, first.Service, kind, [.. TopicWords.In(first.Text)], first.At, strength,
                $"{first.Service} writes {lines.Count} times from {MetricSignals.Clock(first.At)} on: {Workload.Quote.Of(Cut(first.Text))}", first.Evidence);
        }
    }

    /// <summary>Lines that say the same of different things are of one kind.</summary>
    private static IEnumerable<(string Kind, List<LineFact> Lines)> Kinds(IEnumerable<LineFact> ofService)
    {
        var lines = ofService.OrderBy(l => l.At).ToList();
        var mined = MinedLogs.Of([.. lines.Select(l => l.Text)]);
        return Enumerable.Range(0, lines.Count).GroupBy(i => mined.OfLine[i], i => lines[i]).Select(kind => (mined.Templates[kind.Key], kind.ToList()));
    }

    private static string Cut(string line) => line.Length > 300 ? $"{line[..300]}…" : line;

    private static bool IsUsual(List<LineFact> lines, SceneFacts scene, DateTimeOffset onset)
    {
        var start = onset - TimeSpan.FromMinutes(10);
        var (before, after) = (lines.Count(l => l.At < start), lines.Count(l => l.At >= start));
        var (long1, long2) = ((start - scene.From).TotalMinutes, (scene.Now - start).TotalMinutes);
        return before >= 3 && long1 > 0 && long2 > 0 && before / long1 >= Usual * after / long2;
    }
}
