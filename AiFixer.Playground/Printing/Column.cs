using System.Text.Json.Nodes;

namespace AiFixer.Playground.Printing;

/// <summary>A column of a server-side table; priority 1 shows only in wide output.</summary>
internal sealed record Column(string Name, Func<JsonObject, JsonNode?> Read, int Priority = 0, string Type = "string");
