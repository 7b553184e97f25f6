using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

/// <summary>What several types print alike.</summary>
internal static class Cells
{
    public static readonly Column[] Template =
        [new("Containers", json => Containers(json, "name"), 1), new("Images", json => Containers(json, "image"), 1)];

    public static readonly Column Selector = new(
        "Selector", json => Pairs(json.Obj("spec").Obj("selector").Obj("matchLabels")), 1);

    public static long Count(JsonObject json, string counter) => json.Obj("status").Int(counter) ?? 0;

    public static JsonNode Pairs(JsonObject? map) =>
        map is { Count: > 0 } ? string.Join(",", map.Select(pair => $"{pair.Key}={pair.Value.AsText()}")) : "<none>";

    public static JsonNode NodeSelector(JsonObject json) => Pairs(json.Obj("spec").Obj("template").Obj("spec").Obj("nodeSelector"));

    public static JsonNode Amount(JsonNode? amount) => amount?.ToString() ?? "N/A";

    public static JsonNode Controller(JsonObject json)
    {
        var owner = json.Obj("metadata").Arr("ownerReferences")?.FirstOrDefault();
        return owner is null ? "<none>" : $"{owner.Str("kind")?.ToLowerInvariant()}.apps/{owner.Str("name")}";
    }

    public static JsonNode AccessModes(JsonObject json) => string.Join(",", (json.Obj("spec").Arr("accessModes") ?? []).Select(mode => mode.AsText() switch
    {
        "ReadWriteOnce" => "RWO",
        "ReadOnlyMany" => "ROX",
        "ReadWriteMany" => "RWX",
        "ReadWriteOncePod" => "RWOP",
        var other => other,
    }));

    private static string Containers(JsonObject json, string field) => string.Join(
        ",", (json.Obj("spec").Obj("template").Obj("spec").Arr("containers") ?? []).Select(container => container.Str(field)));
}
