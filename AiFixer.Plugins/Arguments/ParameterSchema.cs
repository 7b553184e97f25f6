using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Arguments;

/// <summary>Builds the parameters schema of a plugin that reaches its backend over a configured connection.</summary>
internal static class ParameterSchema
{
    public static string Object(
        IReadOnlyCollection<string> connections, string which, string[] required, params (string Name, string Schema)[] properties)
    {
        var all = Properties(properties);
        var fallback = Connections.ConnectionName.DefaultOf(connections);
        all["connection"] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = which,
            ["default"] = fallback,
            ["enum"] = new JsonArray([.. connections.DefaultIfEmpty(fallback).Select(n => (JsonNode)n)]),
        };
        return Object(all, required);
    }

    public static string Object(string[] required, params (string Name, string Schema)[] properties) => Object(Properties(properties), required);

    private static JsonObject Properties((string Name, string Schema)[] properties)
    {
        var all = new JsonObject();
        foreach (var (name, schema) in properties)
            all[name] = JsonNode.Parse(schema);
        return all;
    }

    private static string Object(JsonObject properties, string[] required) => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]),
        ["additionalProperties"] = false,
    }.ToJsonString();
}
