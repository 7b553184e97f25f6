using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

internal static class ServiceCells
{
    private const int Shown = 3;

    public static JsonNode Ports(JsonObject service) =>
        string.Join(",", (service.Obj("spec").Arr("ports") ?? []).Select(port => $"{port.Int("port")}/{port.Str("protocol") ?? "TCP"}"));

    public static JsonNode Selector(JsonObject service) => Cells.Pairs(service.Obj("spec").Obj("selector"));

    public static JsonNode Endpoints(JsonObject endpoints)
    {
        var all = (endpoints.Arr("subsets") ?? []).SelectMany(subset =>
            (subset.Arr("addresses") ?? []).SelectMany(_ => subset.Arr("ports") ?? [], (address, port) => $"{address.Str("ip")}:{port.Int("port")}"));
        return Few([.. all]);
    }

    public static JsonNode SlicePorts(JsonObject slice) => Few([.. (slice.Arr("ports") ?? []).Select(port => $"{port.Int("port")}")]);

    public static JsonNode SliceAddresses(JsonObject slice) =>
        Few([.. (slice.Arr("endpoints") ?? []).SelectMany(endpoint => endpoint.Arr("addresses") ?? []).Select(address => address.AsText() ?? "")]);

    private static string Few(List<string> all)
    {
        if (all.Count == 0)
            return "<none>";
        var text = string.Join(",", all.Take(Shown));
        return all.Count > Shown ? $"{text} + {all.Count - Shown} more..." : text;
    }
}
