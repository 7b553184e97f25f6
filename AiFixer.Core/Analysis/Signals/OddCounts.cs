using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>One piece of work that touched far more than any like it before: nobody called it a failure, and its line says how much.</summary>
internal static partial class OddCounts
{
    private const int Known = 3;
    private const double Far = 50;
    private const double Least = 1000;
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(2);

    public static IEnumerable<Signal> In(SceneFacts scene, DateTimeOffset onset)
    {
        foreach (var counts in scene.Lines.OrderBy(l => l.At).SelectMany(Counts).GroupBy(c => (c.Line.Service, c.Name)))
        {
            var most = 0.0;
            foreach (var (at, (line, name, value)) in counts.Index())
            {
                if (at >= Known && value >= Least && value > Far * most && line.At >= onset - Before && line.At <= onset + After)
                {
                    yield return new(
                        SignalKind.Log, line.Service, name, [.. TopicWords.In(line.Text)], line.At, 0.75,
                        $"{line.Service} tells of {value.ToString("0", CultureInfo.InvariantCulture)} {name} where it were {most.ToString("0", CultureInfo.InvariantCulture)} at most: {Workload.Quote.Of(line.Text.Length > 240 ? $"{line.Text[..240]}…" : line.Text)}",
                        line.Evidence);
                    break;
                }

                most = Math.Max(most, value);
            }
        }
    }

    private static IEnumerable<(LineFact Line, string Name, double Value)> Counts(LineFact line) => Count().Matches(line.Text)
        .Select(m => (line, (m.Groups["name"].Success ? m.Groups["name"] : m.Groups["after"]).Value.ToLowerInvariant(), double.Parse((m.Groups["value"].Success ? m.Groups["value"] : m.Groups["first"]).Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(
        @"\b(?<name>rows|items|records|entries|affected|changed|updated|deleted|removed|matched|touched|recipients|documents)""?\s*[=:]\s*(?<value>[0-9]{1,12})\b|\b(?<first>[0-9]{1,12}) (?<after>rows|items|records|entries|recipients|documents)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Count();
}
