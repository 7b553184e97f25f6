using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Printing;

/// <summary>The Table form of objects, which kubectl asks for when it prints them.</summary>
internal sealed class TablePrinter(WorldClock clock)
{
    private readonly TableColumns columns = new(clock);

    public static bool IsWanted(string accept) => accept.Split(',')[0].Contains("as=Table", StringComparison.Ordinal);

    public JsonObject Print(ResourceType type, IReadOnlyList<ListItem> items, long version, string? include = null, string next = "", int? remaining = null)
    {
        var metadata = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) };
        if (next.Length > 0)
            metadata["continue"] = next;
        if (remaining is not null)
            metadata["remainingItemCount"] = remaining;
        var shown = columns.Of(type);
        return new()
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. shown.Select(column => (JsonNode)Definition(column))]),
            ["rows"] = new JsonArray([.. items.Select(item => (JsonNode)Row(type, item.Json, shown, include))]),
        };
    }

    private static JsonObject Definition(Column column) => new()
    {
        ["name"] = column.Name,
        ["type"] = column.Type,
        ["format"] = column.Name == "Name" ? "name" : "",
        ["description"] = "",
        ["priority"] = column.Priority,
    };

    private static JsonObject Row(ResourceType type, JsonObject json, IReadOnlyList<Column> columns, string? include) => new()
    {
        ["cells"] = new JsonArray([.. columns.Select(column => column.Read(json))]),
        ["object"] = include switch
        {
            "None" => null,
            "Object" => Kinds.Named(type, json),
            _ => new JsonObject
            {
                ["kind"] = "PartialObjectMetadata",
                ["apiVersion"] = "meta.k8s.io/v1",
                ["metadata"] = json.Obj("metadata")!.DeepClone(),
            },
        },
    };
}
