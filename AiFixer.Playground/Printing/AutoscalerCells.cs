using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

internal static class AutoscalerCells
{
    public static JsonNode Reference(JsonObject json) => $"{json.Obj("spec").Obj("scaleTargetRef").Str("kind")}/{json.Obj("spec").Obj("scaleTargetRef").Str("name")}";

    public static JsonNode Targets(JsonObject json)
    {
        var shown = (json.Obj("spec").Arr("metrics") ?? []).Select(metric => Target(json, metric)).ToList();
        return shown.Count == 0 ? "<none>" : string.Join(", ", shown);
    }

    private static string Target(JsonObject json, JsonNode? metric)
    {
        var name = metric.Obj("resource").Str("name");
        var target = metric.Obj("resource").Obj("target");
        var current = (json.Obj("status").Arr("currentMetrics") ?? []).Select(now => now.Obj("resource")).FirstOrDefault(now => now.Str("name") == name).Obj("current");
        return target.Int("averageUtilization") is { } wanted
            ? $"{name}: {(current.Int("averageUtilization") is { } found ? $"{found}%" : "<unknown>")}/{wanted}%"
            : $"{name}: {current.Str("averageValue") ?? "<unknown>"}/{target.Str("averageValue")}";
    }
}
