using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Objects are stored without kind and apiVersion; an answer about one of them has both.</summary>
internal static class Kinds
{
    public static JsonObject Named(ResourceType type, JsonObject json)
    {
        json.Remove("kind");
        json.Remove("apiVersion");
        json.Insert(0, "kind", type.Kind);
        json.Insert(1, "apiVersion", type.ApiVersion);
        return json;
    }

    /// <summary>The same on the object's bytes, without parsing them.</summary>
    public static byte[] Named(ResourceType type, byte[] bytes)
    {
        var head = Encoding.UTF8.GetBytes($"{{\"kind\":\"{type.Kind}\",\"apiVersion\":\"{type.ApiVersion}\",");
        var named = new byte[head.Length + bytes.Length - 1];
        head.CopyTo(named, 0);
        bytes.AsSpan(1).CopyTo(named.AsSpan(head.Length));
        return named;
    }
}
