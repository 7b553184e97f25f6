namespace AiFixer.Plugins.Kubernetes;

/// <summary>The labels of an object as plans tell them to fences.</summary>
internal static class ObjectLabels
{
    public static string Of(ObjectMeta metadata) => string.Join('\n', (metadata.Labels ?? [])
        .OrderBy(label => label.Key, StringComparer.Ordinal)
        .Select(label => $"{label.Key}={label.Value}"));
}
