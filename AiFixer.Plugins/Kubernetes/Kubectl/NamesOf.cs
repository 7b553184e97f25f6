using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Leaves of an answer of <c>k8s.get</c> the names alone.</summary>
internal static class NamesOf
{
    public static PluginResult Result(PluginResult result)
    {
        if (result.Data is null || JsonNode.Parse(result.Data) is not JsonObject { } answer || answer["items"] is not JsonArray items)
            return result;
        answer["items"] = new JsonArray([.. items.Select(i => (JsonNode?)Name(i?["metadata"]))]);
        return result with { Data = answer.ToJsonString() };
    }

    private static string Name(JsonNode? metadata) =>
        metadata?["namespace"] is { } ns ? $"{ns}/{metadata["name"]}" : $"{metadata?["name"]}";
}
