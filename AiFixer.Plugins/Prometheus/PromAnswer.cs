using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Prometheus;

/// <summary>What a query brought. Loki answers metric queries in the same shape.</summary>
/// <param name="Type"><c>vector</c>, <c>matrix</c>, <c>scalar</c> or <c>string</c>.</param>
/// <param name="Series">The series; a scalar is one without labels.</param>
/// <param name="Histograms">How many points were native histograms, which are not shown.</param>
/// <param name="Warnings">What the server says about its own answer.</param>
/// <param name="Said">The text of a <c>string</c>.</param>
internal sealed record PromAnswer(
    string Type, IReadOnlyList<PromSeries> Series, int Histograms, IReadOnlyList<string> Warnings, string? Said = null)
{
    public static PromAnswer Read(JsonElement body)
    {
        if (body.Text("status") is not "success")
            throw new FormatException($"its status is '{body.Text("status")}'");
        var data = body.GetProperty("data");
        var type = data.GetProperty("resultType").GetString() ?? "";
        var result = data.GetProperty("result");
        string[] warnings = [.. Texts(body, "warnings"), .. Texts(body, "infos")];
        return type switch
        {
            "scalar" => new(type, [new(new Dictionary<string, string>(), [Point(result)])], 0, warnings),
            "string" => new(type, [], 0, warnings, result[1].GetString()),
            "vector" or "matrix" => Many(type, result, warnings),
            _ => throw new FormatException($"there is no result of type '{type}'"),
        };
    }

    private static PromAnswer Many(string type, JsonElement result, string[] warnings)
    {
        var histograms = 0;
        var series = new List<PromSeries>();
        foreach (var one in result.EnumerateArray())
        {
            histograms += one.TryGetProperty("histogram", out _) ? 1 : one.Items("histograms").Count();
            PromPoint[] points = one.TryGetProperty("value", out var value) ? [Point(value)] : [.. one.Items("values").Select(Point)];
            if (points.Length > 0)
                series.Add(new(one.GetProperty("metric").EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetString() ?? ""), points));
        }

        return new(type, series, histograms, warnings);
    }

    private static PromPoint Point(JsonElement pair) => new(
        DateTimeOffset.UnixEpoch.AddTicks((long)(pair[0].GetDecimal() * TimeSpan.TicksPerSecond)), Number(pair[1].GetString()!));

    private static double Number(string text) => text switch
    {
        "NaN" => double.NaN,
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static IEnumerable<string> Texts(JsonElement body, string name) => body.Items(name).Select(w => w.GetString() ?? "");
}
