using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>
/// A date that stands for none, such as 1970-01-01, in everything of one sender, and in nothing of the others whose deliveries the same
/// program read: so it is what was delivered.
/// </summary>
internal static partial class ZeroDate
{
    private const int Few = 5;
    private static readonly TimeSpan Before = TimeSpan.FromHours(2);

    public static Cause? In(Picture picture)
    {
        var odd = picture.Scene.Lines.Where(l => picture.Onset - l.At <= Before && Zero().IsMatch(l.Text)).ToList();
        foreach (var (key, whose, lines) in Shared(odd))
        {
            var read = picture.Scene.Lines.Where(l => l.At <= picture.OnsetLatest && Taken().IsMatch(l.Text) && Value(l.Text, key) is not null).ToList();
            var news = read.Find(l => Value(l.Text, key) == whose);
            var others = read.Where(l => l.Service == news?.Service && Value(l.Text, key) != whose).ToList();
            if (news is null || others.Count == 0 || others.Exists(l => Zero().IsMatch(l.Text)))
                continue;
            var first = lines[0];
            var date = Zero().Match(first.Text).Value;
            return new(
                Categories.DataQuality, Weighing.Together(0.75, read.Exists(l => Value(l.Text, key) == whose && Zero().IsMatch(l.Text)) ? 0.6 : 0),
                $"Bad data of {whose}: it says {date} where a date belongs ({lines.Count} lines from {MetricSignals.Clock(first.At)} on), which stands for no date at all, since {Workload.Quote.Of(Cut($"{news.Service}: {news.Text}"))} at {MetricSignals.Clock(news.At)}. What others delivered was read by the same program and has none, so it is wrong where it comes from.",
                "purge-bad-data",
                [
                    new($"{Upper(first.Service)} writes {lines.Count} times from {MetricSignals.Clock(first.At)} on: {Workload.Quote.Of(Cut(first.Text))}.", [first.Evidence]),
                    new($"At {MetricSignals.Clock(news.At)}: {Cut($"{news.Service}: {news.Text}")}", [news.Evidence]),
                    new($"{Value(others[0].Text, key)} was read at {MetricSignals.Clock(others[0].At)} without such a date: {Cut(others[0].Text)}", [others[0].Evidence]),
                ])
            { Culprit = "none" };
        }

        return null;
    }

    /// <summary>What all, or all but a few, of these lines say of whom they speak.</summary>
    private static IEnumerable<(string Key, string Value, List<LineFact> Lines)> Shared(List<LineFact> odd) => odd
        .SelectMany(line => Pairs().Matches(line.Text).Select(m => (Line: line, Key: m.Groups["key"].Value, Value: m.Groups["value"].Value)))
        .Where(p => p.Value.Any(char.IsAsciiLetter) && !General().IsMatch(p.Key))
        .GroupBy(p => (p.Key, p.Value))
        .Select(g => (g.Key.Key, g.Key.Value, Lines: g.Select(p => p.Line).Distinct().OrderBy(l => l.At).ToList()))
        .Where(g => g.Lines.Count >= Few && g.Lines.Count >= odd.Count * 0.9)
        .OrderByDescending(g => g.Lines.Count);

    private static string? Value(string text, string key) =>
        Pairs().Matches(text).FirstOrDefault(m => m.Groups["key"].Value == key)?.Groups["value"].Value;

    private static string Cut(string text) => text.Length > 240 ? $"{text[..240]}…" : text;

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"(?<![\d-])(1970-01-01|1969-12-31|0001-01-01|0000-00-00)(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Zero();

    /// <summary>What lines say of themselves rather than of whom they speak.</summary>
    [GeneratedRegex("^(level|severity|lvl|service|svc|app|env|environment|logger|component|host|hostname|node|pod|thread|msg|message|error|err|status|state|reason|code|type|kind|method|path|caller|source|trace_?id|span_?id|version|region|zone)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex General();

    [GeneratedRegex(@"(?<![\w.])(?<key>[A-Za-z_]\w*)[=:]\s?""?(?<value>[\w.-]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pairs();

    [GeneratedRegex(@"import|ingest|feed|snapshot|dataset|deliver|received|parsed|applied|upsert|loaded|\b(rows|records|lines|items|entries)\s?=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Taken();
}
