using System.Text.Json;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Prometheus;

/// <summary>Makes a plugin's result of what a server answered.</summary>
internal static class MetricsResult
{
    public static PluginResult Of(string query, ShownQuery shown, PromAnswer answer, PromRange? range, string? note = null, bool compact = false)
    {
        var (kept, cut) = SeriesLimit.Of(answer, compact);
        var isMany = answer.Type is "matrix";
        var data = new MetricsData(
            query, shown.Query == query ? null : shown.Query, Joined(shown.Note, note),
            range is null ? null : Times.Text(range.Start), range is null ? null : Times.Text(range.End), range is null ? null : Times.Text(range.Step),
            answer.Type, shown.Unit, answer.Series.Count, cut, answer.Warnings, answer.Said,
            [.. kept.Select(series => (isMany, compact) switch
            {
                (false, _) => SeriesData.Single(series),
                (_, true) => SeriesData.Compact(series),
                _ => SeriesData.Many(series),
            })]);
        return PluginResult.Ok(JsonSerializer.Serialize(data, PromData.Readable.MetricsData), Sentence(data));
    }

    private static string Sentence(MetricsData data)
    {
        var found = data.SeriesInAll switch
        {
            0 when data.Text is not null => "a text",
            0 => "no data",
            1 => "1 series",
            var many => $"{many} series",
        };
        return Joined($"{found} for {data.Shown ?? data.Query}", data.Note, data.Cut is null ? null : $"cut: {data.Cut}")!;
    }

    private static string? Joined(params string?[] parts) =>
        string.Join("; ", parts.OfType<string>()) is { Length: > 0 } text ? text : null;
}
