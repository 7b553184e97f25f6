using System.Globalization;
using System.Text.Json;

namespace AiFixer.Tests.Playground.Cases;

/// <summary>Reads the files of a case by itself, and asks the plugins for the same.</summary>
internal sealed class CaseComparison(CaseUnderTest test)
{
    public async Task RunAsync()
    {
        await KubernetesAsync();
        await MetricsAsync();
        await LogsAsync();
        await TracesAsync();
        await ChangesAsync();
        await DatabaseAsync();
    }

    private async Task KubernetesAsync()
    {
        var pods = Items("pods");
        foreach (var ns in pods.GroupBy(p => Meta(p, "namespace")))
        {
            (await test.AskAsync("k8s.list_pods", new { @namespace = ns.Key })).GetProperty("pods").EnumerateArray()
                .Select(p => $"{p.GetProperty("name")} {p.GetProperty("phase")} {p.GetProperty("restarts")}").Order()
                .ShouldBe(ns.Select(p => $"{Meta(p, "name")} {p.GetProperty("status").GetProperty("phase")} {Restarts(p)}").Order(), test.Folder);
        }

        foreach (var kind in new[] { "deployments", "replicasets", "nodes", "services" })
        {
            var result = await test.RunAsync("k8s.get", new { kind });
            if (!test.Has($"kubernetes/{kind}.json"))
                result.Error!.ShouldContain("404", customMessage: $"{kind} of {test.Folder}");
            else
                Names(JsonSerializer.Deserialize<JsonElement>(result.Data!).GetProperty("items").EnumerateArray()).ShouldBe(Names(Items(kind)), test.Folder);
        }

        foreach (var ns in Items("events").GroupBy(e => Meta(e, "namespace")))
        {
            (await test.AskAsync("k8s.get_events", new { @namespace = ns.Key, limit = 500 })).GetProperty("events").EnumerateArray()
                .Select(e => $"{e.GetProperty("reason")}: {e.GetProperty("message")}").Order()
                .ShouldBe(ns.Select(e => $"{e.GetProperty("reason")}: {e.GetProperty("message")}").Order(), test.Folder);
        }

        await PodLogsAsync();
    }

    private async Task PodLogsAsync()
    {
        if (!Directory.Exists(test.PathOf("podlogs")))
            return;
        foreach (var path in Directory.EnumerateFiles(test.PathOf("podlogs")))
        {
            var previous = path.EndsWith(".previous.log", StringComparison.Ordinal);
            var name = Path.GetFileName(path)[..^(previous ? ".previous.log" : ".log").Length].Split("__");
            (await test.AskAsync("k8s.get_pod_logs", new { @namespace = name[0], pod = name[1], container = name[2], previous, tail_lines = 1000 }))
                .GetProperty("lines").EnumerateArray().Select(l => l.GetString())
                .ShouldBe(File.ReadAllLines(path), path);
        }
    }

    private async Task MetricsAsync()
    {
        if (!test.Has("metrics.csv"))
            return;
        var rows = test.Text("metrics.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.TrimEnd('\r').Split(',')).ToList();
        foreach (var metric in rows.GroupBy(r => r[1]))
        {
            var data = await test.AskAsync("prom.query", new { query = $"{{__name__=\"{metric.Key}\"}}[7d]" });
            data.TryGetProperty("cut", out _).ShouldBeFalse(test.Folder);
            data.GetProperty("series").EnumerateArray().SelectMany(s => s.GetProperty("points").EnumerateArray()
                    .Select(p => $"{Seconds(p.GetProperty("time").GetString()!)} {Shown(s.GetProperty("labels"))} {Number(p.GetProperty("value").ToString())}")).Order(StringComparer.Ordinal)
                .ShouldBe(metric.Select(r => $"{Seconds(r[0])} {Given(r)} {Number(r[3])}").Order(StringComparer.Ordinal), $"{metric.Key} in {test.Folder}");
        }
    }

    private async Task LogsAsync()
    {
        if (!test.Has("logs.ndjson"))
            return;
        var lines = test.Text("logs.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).ToList();
        foreach (var service in lines.GroupBy(l => l.GetProperty("labels").GetProperty("service").GetString()!))
        {
            var data = await test.AskAsync("loki.query", new { query = $"{{service=\"{service.Key}\"}}", limit = 1000, start = "-700h" });
            data.TryGetProperty("cut", out _).ShouldBeFalse(test.Folder);
            data.GetProperty("lines").EnumerateArray().Select(l => $"{Seconds(l.GetProperty("time").GetString()!)} {l.GetProperty("line").GetString()}").Order(StringComparer.Ordinal)
                .ShouldBe(service.Select(l => $"{Seconds(l.GetProperty("ts").GetString()!)} {l.GetProperty("line").GetString()}").Order(StringComparer.Ordinal), $"{service.Key} in {test.Folder}");
        }
    }

    private async Task TracesAsync()
    {
        if (!test.Has("traces.json"))
            return;
        var spans = test.Json("traces.json").EnumerateArray().ToList();
        foreach (var service in spans.GroupBy(s => s.GetProperty("service").GetString()!))
        {
            var ids = service.Select(s => s.GetProperty("trace_id").GetString()).ToHashSet();
            (await test.AskAsync("traces.search", new { service = service.Key, window = "7d", limit = 100 })).GetProperty("traces").EnumerateArray()
                .SelectMany(t => t.GetProperty("spans").EnumerateArray().Select(s => $"{t.GetProperty("traceId")} {s.GetProperty("spanId")} {Text(s, "parentId")} {s.GetProperty("service")} {s.GetProperty("name")} {Seconds(s.GetProperty("start").GetString()!)} {s.GetProperty("durationMs").GetDouble():0.###} {s.GetProperty("error")} {Text(s, "message")}"))
                .Order(StringComparer.Ordinal)
                .ShouldBe(
                    spans.Where(s => ids.Contains(s.GetProperty("trace_id").GetString()))
                        .Select(s => $"{s.GetProperty("trace_id")} {s.GetProperty("span_id")} {Text(s, "parent_id")} {s.GetProperty("service")} {s.GetProperty("name")} {Seconds(s.GetProperty("start").GetString()!)} {s.GetProperty("duration_ms").GetDouble():0.###} {s.GetProperty("status").GetString() == "ERROR"} {Error(s)}")
                        .Order(StringComparer.Ordinal),
                    $"{service.Key} in {test.Folder}");
        }
    }

    private async Task ChangesAsync()
    {
        var result = await test.RunAsync("changes.recent", new { window = "30d", limit = 500 });
        if (!test.Has("changes.json"))
            return;
        var file = test.Json("changes.json");
        var given = new[] { ("commits", "commit"), ("deploys", "deploy"), ("flags", "flag"), ("status", "status") }
            .Where(l => file.TryGetProperty(l.Item1, out _))
            .SelectMany(l => file.GetProperty(l.Item1).EnumerateArray()
                .Select(c => $"{Seconds(c.GetProperty("ts").GetString()!)} {l.Item2} {Text(c, "service")} {Text(c, "sha")} {Text(c, "version")} {Text(c, "message")} {Text(c, "diff")} {Text(c, "flag")} {Text(c, "change")} {Text(c, "author")}{Text(c, "actor")}"));
        JsonSerializer.Deserialize<JsonElement>(result.Data!).GetProperty("changes").EnumerateArray()
            .Where(c => c.GetProperty("source").GetString()!.StartsWith("change service", StringComparison.Ordinal))
            .Select(c => $"{Seconds(c.GetProperty("at").GetString()!)} {c.GetProperty("kind")} {Text(c, "service")} {Text(c, "sha")} {Text(c, "version")} {Text(c, "message")} {Text(c, "diff")} {Text(c, "flag")} {Text(c, "change")} {Text(c, "author")}")
            .Order(StringComparer.Ordinal).ShouldBe(given.Order(StringComparer.Ordinal), test.Folder);
    }

    private async Task DatabaseAsync()
    {
        if (!test.Has("database.json"))
        {
            (await test.RunAsync("db.insights", new { })).Error!.ShouldContain("no database is monitored here");
            return;
        }

        var answer = await test.AskAsync("db.insights", new { window = "1h" });
        foreach (var part in test.Json("database.json").EnumerateObject())
            answer.GetProperty(part.Name).GetRawText().ShouldBe(JsonSerializer.Serialize(part.Value, Compact), $"{part.Name} in {test.Folder}");
    }

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private List<JsonElement> Items(string kind) =>
        test.Has($"kubernetes/{kind}.json") ? [.. test.Json($"kubernetes/{kind}.json").GetProperty("items").EnumerateArray()] : [];

    private static IEnumerable<string> Names(IEnumerable<JsonElement> items) => items.Select(i => $"{Meta(i, "namespace")}/{Meta(i, "name")}").Order(StringComparer.Ordinal);

    /// <summary>Some spans say what went wrong among their attributes.</summary>
    private static string Error(JsonElement span)
    {
        if (span.GetProperty("status").GetString() != "ERROR")
            return "";
        return Text(span, "error") is { Length: > 0 } || !span.TryGetProperty("attributes", out var attributes)
            ? Text(span, "error")
            : Text(attributes, "error.message");
    }

    private static string Meta(JsonElement item, string name) => Text(item.GetProperty("metadata"), name);

    private static int Restarts(JsonElement pod) => pod.GetProperty("status").TryGetProperty("containerStatuses", out var statuses)
        ? statuses.EnumerateArray().Sum(c => c.TryGetProperty("restartCount", out var count) ? count.GetInt32() : 0)
        : 0;

    private static string Shown(JsonElement labels) => string.Join(
        ';', labels.EnumerateObject().Where(l => l.Name != "__name__").Select(l => $"{l.Name}={l.Value}").Order(StringComparer.Ordinal));

    private static string Given(string[] row) => string.Join(
        ';', row[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.EndsWith('=')).Order(StringComparer.Ordinal));

    private static string Number(string text) => (text is "NaN" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);

    private static string Seconds(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
