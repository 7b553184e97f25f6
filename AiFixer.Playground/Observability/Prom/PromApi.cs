using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Prometheus' HTTP API over what a world's monitoring has seen.</summary>
internal sealed class PromApi(ITelemetry telemetry)
{
    private const int MostPoints = 11_000;

    public Answer Handle(string path, Fields fields)
    {
        try
        {
            return path switch
            {
                "/-/ready" => Answer.Text("Prometheus Server is Ready.\n"),
                "/-/healthy" => Answer.Text("Prometheus Server is Healthy.\n"),
                "/api/v1/query" => Query(fields),
                "/api/v1/query_range" => Range(fields),
                "/api/v1/series" => Success(Series(fields)),
                "/api/v1/labels" => Success(Texts(Selected(fields).SelectMany(s => s.Labels.All.Select(l => l.Key)))),
                "/api/v1/metadata" => Success(Metadata(fields)),
                "/api/v1/status/buildinfo" => Success(new JsonObject { ["version"] = "2.42.0+practice" }),
                _ when path.StartsWith("/api/v1/label/", StringComparison.Ordinal) && path.EndsWith("/values", StringComparison.Ordinal) =>
                    Success(Values(path["/api/v1/label/".Length..^"/values".Length], fields)),
                _ => Answer.Text("404 page not found\n", 404),
            };
        }
        catch (PromException e)
        {
            return Error(e);
        }
    }

    private Answer Query(Fields fields)
    {
        var at = fields["time"] is { Length: > 0 } time ? Moment("time", time) : telemetry.Now.ToUnixTimeMilliseconds();
        return Success(PromJson.Of(new Evaluator(telemetry.Metrics).At(Parse(fields), at), at));
    }

    private Answer Range(Fields fields)
    {
        var (start, end) = (Moment("start", fields["start"]), Moment("end", fields["end"]));
        if (end < start)
            throw PromException.BadData("invalid parameter \"end\": end timestamp must not be before start time");
        var step = Step(fields["step"]);
        if ((end - start) / step > MostPoints)
            throw PromException.BadData("exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)");
        var node = Parse(fields);
        if (node is Node.Selector { Range: not null })
            throw PromException.BadData("invalid parameter \"query\": invalid expression type \"range vector\" for range query, must be Scalar or instant Vector");
        return Success(PromJson.Matrix(Points(node, start, end, step)));
    }

    private Dictionary<LabelSet, List<MetricSample>> Points(Node node, long start, long end, long step)
    {
        var evaluator = new Evaluator(telemetry.Metrics);
        var series = new Dictionary<LabelSet, List<MetricSample>>();
        for (var at = start; at <= end; at += step)
        {
            var items = evaluator.At(node, at) switch
            {
                PromValue.Scalar scalar => [(LabelSet.Empty, scalar.Value)],
                PromValue.Vector vector => vector.Items,
                _ => throw PromException.Execution("a range vector came out of a range query"),
            };
            foreach (var (labels, value) in items)
            {
                if (!series.TryGetValue(labels, out var points))
                    series[labels] = points = [];
                points.Add(new(at, value));
            }
        }

        return series;
    }

    private IEnumerable<MetricSeries> Selected(Fields fields)
    {
        Node.Selector[] selectors =
        [
            .. fields.All("match[]").Select(Parser.Parse)
                .Select(n => n as Node.Selector ?? throw PromException.BadData("invalid parameter \"match[]\": expected a series selector")),
        ];
        var (start, end) = (MomentOr(fields["start"], "start", long.MinValue), MomentOr(fields["end"], "end", long.MaxValue));
        return telemetry.Metrics.Where(s =>
            (selectors.Length == 0 || Array.Exists(selectors, n => n.Matchers.All(m => m.Fits(s.Labels[m.Label]))))
            && s.Samples.Any(x => x.At >= start && x.At <= end));
    }

    private JsonArray Series(Fields fields) => fields.All("match[]").Count == 0
        ? throw PromException.BadData("no match[] parameter provided")
        : new JsonArray([.. Selected(fields).Select(s => (JsonNode)PromJson.Labels(s.Labels))]);

    private JsonArray Values(string label, Fields fields) =>
        Texts(Selected(fields).Select(s => s.Labels[Uri.UnescapeDataString(label)]).Where(v => v.Length > 0));

    private JsonObject Metadata(Fields fields)
    {
        var metrics = telemetry.Metrics.Select(s => s.Labels[LabelSet.NameLabel]).Distinct();
        var known = new JsonObject();
        foreach (var name in metrics.Where(m => fields["metric"] is not { Length: > 0 } wanted || wanted == m))
        {
            if (telemetry.Metadata(name) is { } found)
                known[name] = new JsonArray(new JsonObject { ["type"] = found.Type, ["help"] = found.Help, ["unit"] = found.Unit });
        }

        return known;
    }

    private static Node Parse(Fields fields)
    {
        try
        {
            return Parser.Parse(fields["query"] ?? "");
        }
        catch (PromException e)
        {
            throw new PromException(e.Type, $"invalid parameter \"query\": {e.Message}");
        }
    }

    private static long Step(string? text)
    {
        var step = Durations.Parse(text ?? "")?.TotalMilliseconds
            ?? (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                ? seconds * 1000
                : throw PromException.BadData($"invalid parameter \"step\": cannot parse \"{text}\" to a valid duration"));
        return step >= 1
            ? (long)step
            : throw PromException.BadData("invalid parameter \"step\": zero or negative query resolution step widths are not accepted. Try a positive integer");
    }

    private static long MomentOr(string? text, string name, long otherwise) => string.IsNullOrEmpty(text) ? otherwise : Moment(name, text);

    private static long Moment(string name, string? text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1_000_000_000_000)
            return (long)(seconds * 1000);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && text.AsSpan()[10..].IndexOfAny("Zz+-") >= 0)
            return time.ToUnixTimeMilliseconds();
        throw PromException.BadData($"invalid parameter \"{name}\": cannot parse \"{text}\" to a valid timestamp");
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Distinct().Order(StringComparer.Ordinal).Select(t => (JsonNode)t)]);

    private static Answer Success(JsonNode data) => Answer.Json(new JsonObject { ["status"] = "success", ["data"] = data });

    private static Answer Error(PromException e) => Answer.Json(
        new JsonObject { ["status"] = "error", ["errorType"] = e.Type, ["error"] = e.Message }, e.Type == "execution" ? 422 : 400);
}
