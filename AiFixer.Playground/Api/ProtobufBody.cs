using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Api;

/// <summary>
/// The few bodies that kubectl sends as protobuf, as JSON. What is not described here is refused as an unknown format; answers are always JSON.
/// </summary>
internal static class ProtobufBody
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    private static readonly byte[] Magic = [.. "k8s"u8, 0];

    private static readonly Dictionary<string, ProtobufField[]> Messages = new(StringComparer.Ordinal)
    {
        ["SelfSubjectAccessReview"] = [new(1, "metadata", "ObjectMeta"), new(2, "spec", "AccessSpec")],
        ["SelfSubjectRulesReview"] = [new(1, "metadata", "ObjectMeta"), new(2, "spec", "RulesSpec")],
        ["RulesSpec"] = [new(1, "namespace")],
        ["AccessSpec"] = [new(1, "resourceAttributes", "ResourceAttributes"), new(2, "nonResourceAttributes", "PathAttributes")],
        ["ResourceAttributes"] =
            [new(1, "namespace"), new(2, "verb"), new(3, "group"), new(4, "version"), new(5, "resource"), new(6, "subresource"), new(7, "name")],
        ["PathAttributes"] = [new(1, "path"), new(2, "verb")],
        ["Eviction"] = [new(1, "metadata", "ObjectMeta"), new(2, "deleteOptions", "DeleteOptions")],
        ["DeleteOptions"] = [new(1, "gracePeriodSeconds", Number: true), new(2, "preconditions", "Preconditions"), new(4, "propagationPolicy"), new(5, "dryRun", Repeated: true)],
        ["Preconditions"] = [new(1, "uid"), new(2, "resourceVersion")],
        ["ObjectMeta"] = [new(1, "name"), new(3, "namespace")],
        ["TypeMeta"] = [new(1, "apiVersion"), new(2, "kind")],
    };

    /// <summary>Null when it is none of the bodies that are known.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Magic))
            return null;
        try
        {
            var (type, raw) = Envelope(body[Magic.Length..]);
            if (type is null || (string?)type["kind"] is not { } kind || !Messages.ContainsKey(kind))
                return null;
            var json = Message(raw, kind);
            json.Insert(0, "kind", kind);
            json.Insert(1, "apiVersion", (string?)type["apiVersion"]);
            return json;
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException or InvalidDataException)
        {
            return null;
        }
    }

    private static (JsonObject? Type, byte[] Raw) Envelope(ReadOnlySpan<byte> body)
    {
        JsonObject? type = null;
        byte[] raw = [];
        var reader = new ProtobufReader(body);
        while (reader.Next(out var number, out var bytes, out _))
        {
            if (number == 1)
                type = Message(bytes, "TypeMeta");
            if (number == 2)
                raw = bytes.ToArray();
        }

        return (type, raw);
    }

    private static JsonObject Message(ReadOnlySpan<byte> body, string name)
    {
        var json = new JsonObject();
        var reader = new ProtobufReader(body);
        while (reader.Next(out var number, out var bytes, out var value))
        {
            if (Array.Find(Messages[name], field => field.Position == number) is not { } field)
                continue;
            JsonNode node = field.Number ? value : field.Message is { } inner ? Message(bytes, inner) : Encoding.UTF8.GetString(bytes);
            if (!field.Repeated)
                json[field.Name] = node;
            else if (json[field.Name] is JsonArray list)
                list.Add(node);
            else
                json[field.Name] = new JsonArray(node);
        }

        return json;
    }
}
