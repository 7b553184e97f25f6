using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Observability.Prom;

namespace AiFixer.Playground.Observability.Loki;

/// <summary>Loki's HTTP API over the logs of a world. Its errors are plain text.</summary>
internal sealed class LokiApi(ITelemetry telemetry)
{
    private const int MostLines = 5000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(721);

    public Answer Handle(string path, Fields fields)
    {
        try
        {
            return path switch
            {
                "/ready" => Answer.Text("ready\n"),
                "/loki/api/v1/query_range" => Range(fields),
                "/loki/api/v1/query" => Instant(fields),
                "/loki/api/v1/labels" => Texts(telemetry.Logs.SelectMany(l => l.Labels.All.Select(p => p.Key))),
                _ when path.StartsWith("/loki/api/v1/label/", StringComparison.Ordinal) && path.EndsWith("/values", StringComparison.Ordinal) =>
                    Values(path["/loki/api/v1/label/".Length..^"/values".Length]),
                _ => Answer.Text("404 page not found\n", 404),
            };
        }
        catch (PromException e)
        {
            return Answer.Text(e.Message, 400);
        }
    }

    private Answer Range(Fields fields)
    {
        var query = Parse(fields);
        var end = LokiTime.Moment(fields["end"], telemetry.Now);
        var start = LokiTime.Moment(fields["start"], end.AddHours(-1));
        if (end < start)
            throw PromException.BadData("end timestamp must not be before or equal to start time");
        if (end - start > Longest)
            throw PromException.BadData($"the query time range exceeds the limit (query length: {(end - start).TotalHours:0}h, limit: 721h)");
        return query.Count is { } count
            ? Success("matrix", Numbers(query, count, start, end, LokiTime.Step(fields["step"], end - start)))
            : Success("streams", Streams(query, start, end, Limit(fields), fields["direction"] == "forward"));
    }

    private Answer Instant(Fields fields)
    {
        var query = Parse(fields);
        if (query.Count is not { } count)
            throw PromException.BadData("log queries are not supported as an instant query type, please change your query to a range query type");
        var at = LokiTime.Moment(fields["time"], telemetry.Now);
        return Success("vector", new([.. Counted(query, count, at).Select(c => (JsonNode)new JsonObject
        {
            ["metric"] = PromJson.Labels(c.Labels),
            ["value"] = Point(at, c.Value),
        })]));
    }

    private JsonArray Streams(LogQuery query, DateTimeOffset start, DateTimeOffset end, int limit, bool forward)
    {
        var found = Passing(query).Where(l => l.Record.At >= start && l.Record.At < end);
        var ordered = forward ? found.OrderBy(l => l.Record.At) : found.Reverse().OrderByDescending(l => l.Record.At);
        return new(
        [
            .. ordered.Take(limit).GroupBy(l => l.Labels).Select(stream => (JsonNode)new JsonObject
            {
                ["stream"] = PromJson.Labels(stream.Key),
                ["values"] = new JsonArray([.. stream.Select(l => (JsonNode)new JsonArray(LokiTime.Nanoseconds(l.Record.At), l.Record.Line))]),
            }),
        ]);
    }

    private JsonArray Numbers(LogQuery query, LogCount count, DateTimeOffset start, DateTimeOffset end, TimeSpan step)
    {
        var series = new Dictionary<LabelSet, JsonArray>();
        for (var at = start; at <= end; at += step)
        {
            foreach (var (labels, value) in Counted(query, count, at))
            {
                if (!series.TryGetValue(labels, out var points))
                    series[labels] = points = [];
                points.Add((JsonNode)Point(at, value));
            }
        }

        return new([.. series.Select(s => (JsonNode)new JsonObject { ["metric"] = PromJson.Labels(s.Key), ["values"] = s.Value })]);
    }

    private IEnumerable<(LabelSet Labels, double Value)> Counted(LogQuery query, LogCount count, DateTimeOffset at) => Passing(query)
        .Where(l => l.Record.At > at - count.Range && l.Record.At <= at)
        .GroupBy(l => count.By is { } by ? l.Labels.Only(by) : l.Labels)
        .Select(g => (g.Key, g.Count() / (count.PerSecond ? count.Range.TotalSeconds : 1)));

    private IEnumerable<(LogRecord Record, LabelSet Labels)> Passing(LogQuery query) => telemetry.Logs
        .Select(l => (Record: l, Labels: query.Pass(l)))
        .Where(l => l.Labels is not null)
        .Select(l => (l.Record, l.Labels!));

    private Answer Values(string label) => Texts(telemetry.Logs.Select(l => l.Labels[Uri.UnescapeDataString(label)]).Where(v => v.Length > 0));

    private static LogQuery Parse(Fields fields)
    {
        try
        {
            return LogParser.Parse(fields["query"] ?? "");
        }
        catch (PromException e)
        {
            throw PromException.BadData($"parse error at line 1, col 1: {e.Message}");
        }
    }

    private static int Limit(Fields fields)
    {
        if (!int.TryParse(fields["limit"] ?? "100", NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit == 0)
            throw PromException.BadData("limit must be a positive value");
        return limit <= MostLines
            ? limit
            : throw PromException.BadData($"max entries limit per query exceeded, limit > max_entries_limit_per_query ({limit} > {MostLines})");
    }

    private static JsonArray Point(DateTimeOffset at, double value) => new(at.ToUnixTimeMilliseconds() / 1000m, PromJson.Number(value));

    private static Answer Texts(IEnumerable<string> texts) => Answer.Json(new JsonObject
    {
        ["status"] = "success",
        ["data"] = new JsonArray([.. texts.Distinct().Order(StringComparer.Ordinal).Select(t => (JsonNode)t)]),
    });

    private static Answer Success(string type, JsonArray result) => Answer.Json(new JsonObject
    {
        ["status"] = "success",
        ["data"] = new JsonObject { ["resultType"] = type, ["result"] = result, ["stats"] = new JsonObject() },
    });
}
