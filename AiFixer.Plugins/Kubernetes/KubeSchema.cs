using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Builds the parameter schemas of the Kubernetes plugins.</summary>
internal static class KubeSchema
{
    public const string Name = """{"type":"string","minLength":1,"maxLength":253,"pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$"}""";
    public const string Reason = """{"type":"string","minLength":1,"maxLength":500,"description":"why, for the record"}""";
    public const string Quantity = """{"type":"string","maxLength":20,"pattern":"^[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$"}""";
    public const string Command = """{"type":"string","minLength":1,"maxLength":1000,"description":"the command line, such as kubectl get pods -n shop"}""";
    public const string Selector = """{"type":"string","maxLength":1000}""";

    public static string Object(KubeClients clients, string[] required, params (string Name, string Schema)[] properties)
    {
        var all = new JsonObject();
        foreach (var (name, schema) in properties)
            all[name] = JsonNode.Parse(schema);
        all["connection"] = Connection(clients);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = all,
            ["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]),
            ["additionalProperties"] = false,
        }.ToJsonString();
    }

    private static JsonObject Connection(KubeClients clients) => new()
    {
        ["type"] = "string",
        ["description"] = "which cluster",
        ["default"] = clients.Default,
        ["enum"] = new JsonArray([.. clients.Names.DefaultIfEmpty(clients.Default).Select(n => (JsonNode)n)]),
    };
}
