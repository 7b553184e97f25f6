using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Results as Prometheus writes them: values are texts, times are seconds.</summary>
internal static class PromJson
{
    public static JsonObject Of(PromValue value, long at) => value switch
    {
        PromValue.Scalar scalar => Result("scalar", Point(at, scalar.Value)),
        PromValue.Vector vector => Result(
            "vector",
            new JsonArray([.. vector.Items.Select(i => (JsonNode)new JsonObject { ["metric"] = Labels(i.Labels), ["value"] = Point(at, i.Value) })])),
        PromValue.Matrix matrix => Matrix(matrix.Series.Select(s => KeyValuePair.Create(s.Labels, s.Samples))),
        _ => throw new InvalidOperationException(),
    };

    public static JsonObject Matrix(IEnumerable<KeyValuePair<LabelSet, List<MetricSample>>> series) =>
        Matrix(series.Select(s => KeyValuePair.Create(s.Key, (IReadOnlyList<MetricSample>)s.Value)));

    public static JsonObject Labels(LabelSet labels)
    {
        var json = new JsonObject();
        foreach (var (name, value) in labels.All)
            json[name] = value;
        return json;
    }

    public static string Number(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    private static JsonObject Matrix(IEnumerable<KeyValuePair<LabelSet, IReadOnlyList<MetricSample>>> series) => Result(
        "matrix",
        new JsonArray(
        [
            .. series.Select(s => (JsonNode)new JsonObject
            {
                ["metric"] = Labels(s.Key),
                ["values"] = new JsonArray([.. s.Value.Select(p => (JsonNode)Point(p.At, p.Value))]),
            }),
        ]));

    private static JsonObject Result(string type, JsonNode result) => new() { ["resultType"] = type, ["result"] = result };

    private static JsonArray Point(long at, double value) => new(at / 1000m, Number(value));
}
