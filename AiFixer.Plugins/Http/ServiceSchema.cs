using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Http;

/// <summary>Builds the parameter schemas of plugins that read a service over HTTP.</summary>
internal static class ServiceSchema
{
    public static string Text(int atMost, string description) => new JsonObject
    {
        ["type"] = "string",
        ["minLength"] = 1,
        ["maxLength"] = atMost,
        ["description"] = description,
    }.ToJsonString();

    public static string Whole(int least, int most, int otherwise, string description) => new JsonObject
    {
        ["type"] = "integer",
        ["minimum"] = least,
        ["maximum"] = most,
        ["default"] = otherwise,
        ["description"] = description,
    }.ToJsonString();

    public static string Object(HttpConnections connections, string[] required, params (string Name, string Schema)[] properties) =>
        ParameterSchema.Object(connections.Names, $"which {connections.Title}", required, properties);
}
