using System.Text.Json.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>As much OpenAPI v3 as clients need to see that the server validates fields itself. It describes no schemas.</summary>
internal static class OpenApiStub
{
    private const string Root = "/openapi/v3";

    private static readonly string[] WriteParameters = ["dryRun", "fieldManager", "fieldValidation"];

    public static Answer? Find(string path)
    {
        if (path.TrimEnd('/') == Root)
            return Answer.Json(Index());
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal))
            return null;
        var group = path[(Root.Length + 1)..];
        var types = Resources.All.Where(type => PathOf(type) == group).ToList();
        return types.Count == 0 ? null : Answer.Json(Describe(types));
    }

    private static JsonObject Index()
    {
        var paths = new JsonObject();
        foreach (var group in Resources.All.Select(PathOf).Distinct())
            paths[group] = new JsonObject { ["serverRelativeURL"] = $"{Root}/{group}?hash={StableHash.Of(group):X}" };
        return new() { ["paths"] = paths };
    }

    private static JsonObject Describe(List<ResourceType> types)
    {
        var paths = new JsonObject();
        foreach (var type in types)
        {
            var place = type.Namespaced ? $"/{PathOf(type)}/namespaces/{{namespace}}/{type.Plural}" : $"/{PathOf(type)}/{type.Plural}";
            paths[place] = new JsonObject { ["post"] = Operation(type, "post") };
            paths[$"{place}/{{name}}"] = new JsonObject { ["put"] = Operation(type, "put"), ["patch"] = Operation(type, "patch") };
        }

        return new()
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = "v1.32.0+practice" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject() },
        };
    }

    private static JsonObject Operation(ResourceType type, string action) => new()
    {
        ["x-kubernetes-action"] = action,
        ["x-kubernetes-group-version-kind"] = new JsonObject { ["group"] = type.Group, ["version"] = type.Version, ["kind"] = type.Kind },
        ["parameters"] = new JsonArray([.. WriteParameters.Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name, ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string", ["uniqueItems"] = true },
        })]),
        ["responses"] = new JsonObject(),
    };

    private static string PathOf(ResourceType type) => type.Group.Length == 0 ? $"api/{type.Version}" : $"apis/{type.ApiVersion}";
}
