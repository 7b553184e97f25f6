using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Pod templates, compared and prepared. The controller adds one label to a ReplicaSet's; without it they are the deployment's.</summary>
internal static class TemplateText
{
    public const string HashLabel = "pod-template-hash";

    public static string Canonical(JsonElement template)
    {
        using var plain = JsonDocument.Parse(WithoutHash(template));
        return CanonicalJson.Of(plain.RootElement);
    }

    public static string WithoutHash(JsonElement template)
    {
        if (template.ValueKind is not JsonValueKind.Object)
            return "{}";
        var node = JsonObject.Create(template)!;
        if (node["metadata"] is JsonObject metadata && metadata["labels"] is JsonObject labels)
            labels.Remove(HashLabel);
        return node.ToJsonString();
    }

    /// <summary>The images of a template's containers, in order.</summary>
    public static IReadOnlyList<string> Images(JsonElement template) =>
        template.ValueKind is JsonValueKind.Object
        && template.TryGetProperty("spec", out var spec)
        && spec.TryGetProperty("containers", out var containers)
        && containers.ValueKind is JsonValueKind.Array
            ? [.. containers.EnumerateArray().Select(c => c.TryGetProperty("image", out var image) ? image.GetString() ?? "" : "")]
            : [];

    public static string? Annotation(JsonElement template, string name) =>
        template.ValueKind is JsonValueKind.Object
        && template.TryGetProperty("metadata", out var metadata)
        && metadata.ValueKind is JsonValueKind.Object
        && metadata.TryGetProperty("annotations", out var annotations)
        && annotations.ValueKind is JsonValueKind.Object
        && annotations.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}
