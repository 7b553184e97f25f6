namespace AiFixer.Playground.Patching;

/// <summary>How strategic merge treats lists of the built-in types. A list that is not here is replaced whole.</summary>
internal static class MergeKeys
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["ephemeralContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["imagePullSecrets"] = "name",
        ["ports"] = "containerPort",
        ["volumeMounts"] = "mountPath",
        ["volumeDevices"] = "devicePath",
        ["hostAliases"] = "ip",
        ["topologySpreadConstraints"] = "topologyKey",
        ["resourceClaims"] = "name",
        ["conditions"] = "type",
        ["ownerReferences"] = "uid",
        ["addresses"] = "type",
    };

    /// <summary>The key by which elements of the list are matched, or null.</summary>
    public static string? Of(string list, string parent) => list == "ports" && parent == "spec" ? "port" : Keys.GetValueOrDefault(list);

    /// <summary>Lists of plain values that are united instead of replaced.</summary>
    public static bool IsSet(string list) => list == "finalizers";
}
