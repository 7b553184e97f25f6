namespace AiFixer.Plugins.Kubernetes;

/// <summary>The labels of an object as plans tell them to fences.</summary>
internal static class ObjectLabels
{
    public static string Of(ObjectMeta metadata) => Of([metadata]);

    /// <summary>Every label that any of them has.</summary>
    public static string Of(IEnumerable<ObjectMeta> all) => string.Join('\n', all
        .SelectMany(metadata => metadata.Labels ?? [])
        .Select(label => $"{label.Key}={label.Value}")
        .Distinct()
        .Order(StringComparer.Ordinal));
}
