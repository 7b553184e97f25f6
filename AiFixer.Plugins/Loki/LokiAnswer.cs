using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Prometheus;

namespace AiFixer.Plugins.Loki;

/// <summary>What a query brought: lines, or numbers in Prometheus' shape.</summary>
internal sealed record LokiAnswer(IReadOnlyList<LokiLine>? Lines, PromAnswer? Numbers, IReadOnlyList<string> Warnings)
{
    public static LokiAnswer Read(JsonElement body)
    {
        string[] warnings = [.. body.Items("warnings").Select(w => w.GetString() ?? "")];
        if (body.GetProperty("data").GetProperty("resultType").GetString() != "streams")
            return new(null, PromAnswer.Read(body), warnings);
        return new([.. body.GetProperty("data").GetProperty("result").EnumerateArray().SelectMany(Entries)], null, warnings);
    }

    private static IEnumerable<LokiLine> Entries(JsonElement stream)
    {
        var labels = Texts(stream.GetProperty("stream"));
        return stream.GetProperty("values").EnumerateArray().Select(entry => new LokiLine(
            long.Parse(entry[0].GetString()!, NumberStyles.None, CultureInfo.InvariantCulture), entry[1].GetString() ?? "", With(labels, entry)));
    }

    /// <summary>A line may bring labels of its own: bare, or sorted into what it was sent with and what was parsed out of it.</summary>
    private static Dictionary<string, string> With(Dictionary<string, string> labels, JsonElement entry)
    {
        if (entry.GetArrayLength() < 3 || entry[2].ValueKind is not JsonValueKind.Object)
            return labels;
        var all = new Dictionary<string, string>(labels, StringComparer.Ordinal);
        foreach (var more in Own(entry[2]))
            all[more.Key] = more.Value;
        return all;
    }

    private static IEnumerable<KeyValuePair<string, string>> Own(JsonElement own) =>
        own.EnumerateObject().All(p => p.Value.ValueKind is JsonValueKind.Object)
            ? own.EnumerateObject().SelectMany(p => Texts(p.Value))
            : Texts(own);

    private static Dictionary<string, string> Texts(JsonElement map) =>
        map.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
}
