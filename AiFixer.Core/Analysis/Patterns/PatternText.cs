using System.Globalization;

namespace AiFixer.Core.Analysis.Patterns;

/// <summary>Says what a pattern was seen by.</summary>
internal static class PatternText
{
    private const int Longest = 160;

    public static string Of(List<Sign> said, List<Sign> written, List<Gauge> measured)
    {
        var parts = new List<string>();
        if (said.Count > 0)
            parts.Add($"the platform says: {Cut(said[0].Text)}{More(said.Count)}");
        if (written.Count > 0)
            parts.Add($"logs say: {Cut(written[0].Text)}{More(written.Sum(sign => sign.Count))}");
        if (measured.MaxBy(gauge => gauge.Value) is { } most)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Name(most.Measure)} is {most.Value:0.##}"));
        return string.Join("; ", parts);
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    private static string More(int count) => count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({count} times)") : "";

    private static string Name(GaugeMeasure measure) => measure switch
    {
        GaugeMeasure.MemoryOfLimit => "memory as a share of its limit",
        GaugeMeasure.CpuThrottled => "the share of throttled CPU periods",
        GaugeMeasure.Restarts => "the number of restarts",
        GaugeMeasure.DiskUsed => "the used share of the disk",
        GaugeMeasure.QuotaUsed => "the used share of the quota",
        _ => "the share of network errors",
    };
}
