using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Lines that tell what time it is, and are whole or half hours off: somebody counts in the time of another place.</summary>
internal static partial class ShiftedTimes
{
    private const int Least = 2;
    private const double Half = 30;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    public static IEnumerable<Signal> In(SceneFacts scene) =>
        from shifted in scene.Lines.Select(line => (Line: line, Hours: Shift(line))).Where(l => l.Hours is not null).GroupBy(l => (l.Line.Service, l.Hours))
        let lines = shifted.Select(l => l.Line).OrderBy(l => l.At).ToList()
        where lines.Count >= Least
        select new Signal(
            SignalKind.Log, shifted.Key.Service, "now", [Topic.WrongTime, .. TopicWords.In(lines[0].Text)], lines[0].At, 0.85,
            $"{shifted.Key.Service} takes it for {Math.Abs(shifted.Key.Hours!.Value).ToString("0.#", CultureInfo.InvariantCulture)} hours {(shifted.Key.Hours > 0 ? "later" : "earlier")} than it is, {lines.Count} times: {Workload.Quote.Of(lines[0].Text.Length > 240 ? $"{lines[0].Text[..240]}…" : lines[0].Text)}",
            lines[0].Evidence);

    /// <summary>By how many hours the time that a line gives as now differs from when it was written; null when it does not, or not by whole half hours.</summary>
    private static double? Shift(LineFact line)
    {
        if (!Now().Match(line.Text).Groups["at"].Value.Replace(' ', 'T').ToMoment(out var told))
            return null;
        var minutes = (told - line.At).TotalMinutes;
        var halves = Math.Round(minutes / Half);
        return halves != 0 && Math.Abs(halves) is >= 2 and <= 28 && Math.Abs(minutes - (halves * Half)) <= Reading.TotalMinutes ? halves / 2 : null;
    }

    private static bool ToMoment(this string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    [GeneratedRegex(@"\b(?:now|current_?time|server_?time)""?\s*[=:]\s*""?(?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2})(?>(?:\.[0-9]{1,9})?)(?:Z|(?![0-9:]|\s*[+-][0-9]{2}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Now();
}
