using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Api;

/// <summary>
/// The few bodies that kubectl sends as protobuf, as JSON. What is not described here is refused as an unknown format; answers are always JSON.
/// </summary>
internal static class ProtobufBody
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";

    private static readonly byte[] Magic = [.. "k8s"u8, 0];

    private static readonly ProtobufField[] Binding =
        [new(1, "metadata", "ObjectMeta"), new(2, "subjects", "Subject", Repeated: true), new(3, "roleRef", "RoleRef")];

    private static readonly Dictionary<string, ProtobufField[]> Messages = new(StringComparer.Ordinal)
    {
        ["SelfSubjectAccessReview"] = [new(1, "metadata", "ObjectMeta"), new(2, "spec", "AccessSpec")],
        ["SelfSubjectRulesReview"] = [new(1, "metadata", "ObjectMeta"), new(2, "spec", "RulesSpec")],
        ["RulesSpec"] = [new(1, "namespace")],
        ["AccessSpec"] = [new(1, "resourceAttributes", "ResourceAttributes"), new(2, "nonResourceAttributes", "PathAttributes")],
        ["ResourceAttributes"] =
            [new(1, "namespace"), new(2, "verb"), new(3, "group"), new(4, "version"), new(5, "resource"), new(6, "subresource"), new(7, "name")],
        ["PathAttributes"] = [new(1, "path"), new(2, "verb")],
        ["TokenRequest"] = [new(1, "metadata", "ObjectMeta"), new(2, "spec", "TokenSpec")],
        ["TokenSpec"] = [new(1, "audiences", Repeated: true), new(4, "expirationSeconds", Number: true)],
        ["Eviction"] = [new(1, "metadata", "ObjectMeta"), new(2, "deleteOptions", "DeleteOptions")],
        ["DeleteOptions"] = [new(1, "gracePeriodSeconds", Number: true), new(2, "preconditions", "Preconditions"), new(4, "propagationPolicy"), new(5, "dryRun", Repeated: true)],
        ["Preconditions"] = [new(1, "uid"), new(2, "resourceVersion")],
        ["Namespace"] = [new(1, "metadata", "ObjectMeta")],
        ["ServiceAccount"] = [new(1, "metadata", "ObjectMeta")],
        ["Secret"] = [new(1, "metadata", "ObjectMeta"), new(2, "data", Map: ProtobufMap.Bytes), new(3, "type"), new(4, "stringData", Map: ProtobufMap.Texts)],
        ["ConfigMap"] = [new(1, "metadata", "ObjectMeta"), new(2, "data", Map: ProtobufMap.Texts), new(3, "binaryData", Map: ProtobufMap.Bytes)],
        ["Role"] = [new(1, "metadata", "ObjectMeta"), new(2, "rules", "PolicyRule", Repeated: true)],
        ["ClusterRole"] = [new(1, "metadata", "ObjectMeta"), new(2, "rules", "PolicyRule", Repeated: true)],
        ["PolicyRule"] =
        [
            new(1, "verbs", Repeated: true), new(2, "apiGroups", Repeated: true), new(3, "resources", Repeated: true),
            new(4, "resourceNames", Repeated: true), new(5, "nonResourceURLs", Repeated: true),
        ],
        ["RoleBinding"] = Binding,
        ["ClusterRoleBinding"] = Binding,
        ["Subject"] = [new(1, "kind"), new(2, "apiGroup"), new(3, "name"), new(4, "namespace")],
        ["RoleRef"] = [new(1, "apiGroup"), new(2, "kind"), new(3, "name")],
        ["ObjectMeta"] =
            [new(1, "name"), new(2, "generateName"), new(3, "namespace"), new(11, "labels", Map: ProtobufMap.Texts), new(12, "annotations", Map: ProtobufMap.Texts)],
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
            if (field.Map != ProtobufMap.None)
            {
                Entry(json.Ensure(field.Name), bytes, field.Map);
                continue;
            }

            JsonNode node = field.Number ? value : field.Message is { } inner ? Message(bytes, inner) : Encoding.UTF8.GetString(bytes);
            if (field.Repeated)
                Append(json, field.Name, node);
            // Go writes every text, set or not.
            else if (field.Number || field.Message is not null || bytes.Length > 0)
                json[field.Name] = node;
        }

        return json;
    }

    private static void Append(JsonObject json, string name, JsonNode node)
    {
        if (json[name] is JsonArray list)
            list.Add(node);
        else
            json[name] = new JsonArray(node);
    }

    private static void Entry(JsonObject map, ReadOnlySpan<byte> entry, ProtobufMap kind)
    {
        var (key, text) = ("", "");
        var reader = new ProtobufReader(entry);
        while (reader.Next(out var number, out var bytes, out _))
        {
            if (number == 1)
                key = Encoding.UTF8.GetString(bytes);
            if (number == 2)
                text = kind == ProtobufMap.Bytes ? Convert.ToBase64String(bytes) : Encoding.UTF8.GetString(bytes);
        }

        map[key] = text;
    }
}
