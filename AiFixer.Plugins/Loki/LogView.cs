using System.Globalization;

namespace AiFixer.Plugins.Loki;

/// <summary>Lines of many streams in one order, within bounds for a line and for all.</summary>
internal static class LogView
{
    public const int MaxLine = 2000;
    public const int MaxAll = 120_000;

    /// <summary>The newest lines that fit, oldest first, and what was cut.</summary>
    public static (IReadOnlyList<LokiLine> Lines, string? Cut) Fit(IReadOnlyList<LokiLine> lines, int limit)
    {
        var newest = lines.Index().OrderByDescending(l => l.Item.Nanoseconds).ThenBy(l => l.Index).Select(l => l.Item).Take(limit).ToList();
        var (size, kept) = (0, 0);
        while (kept < newest.Count && (size += Math.Min(newest[kept].Text.Length, MaxLine)) <= MaxAll)
            kept++;
        string[] cut =
        [
            .. lines.Count >= limit ? [$"the newest {limit} lines; there may be older ones"] : Array.Empty<string>(),
            .. kept < newest.Count ? [$"of these the newest {kept}, for {MaxAll} characters"] : Array.Empty<string>(),
            .. newest.Take(kept).Count(l => l.Text.Length > MaxLine) is > 0 and var shortened ? [$"{shortened} lines after {MaxLine} characters"] : Array.Empty<string>(),
        ];
        return ([.. newest.Take(kept).Reverse()], cut.Length == 0 ? null : string.Join("; ", cut));
    }

    public static IReadOnlyDictionary<string, string> Common(IReadOnlyList<LokiLine> lines) => lines.Count == 0
        ? new Dictionary<string, string>()
        : lines.Skip(1).Aggregate(
            lines[0].Labels.ToDictionary(),
            (common, line) => common.Where(l => line.Labels.TryGetValue(l.Key, out var value) && value == l.Value).ToDictionary());

    public static LineData Show(LokiLine line, IReadOnlyDictionary<string, string> common)
    {
        var own = line.Labels.Where(l => !common.ContainsKey(l.Key)).ToDictionary();
        return new(Time(line.Nanoseconds), own.Count == 0 ? null : own, line.Text.Length <= MaxLine ? line.Text : $"{line.Text[..MaxLine]}…");
    }

    /// <summary>Nanoseconds are kept: they alone tell the order of lines.</summary>
    private static string Time(long nanoseconds)
    {
        var (seconds, rest) = Math.DivRem(nanoseconds, 1_000_000_000);
        var whole = DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var part = rest == 0 ? "" : $".{rest:D9}".TrimEnd('0');
        return $"{whole}{part}Z";
    }
}
