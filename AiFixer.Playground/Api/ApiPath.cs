using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>What a resource path names.</summary>
internal sealed record ApiPath(ResourceType Type, string? Namespace, string? Name, string? Subresource)
{
    /// <summary>Null when the path names nothing this API has.</summary>
    public static ApiPath? Parse(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        return parts switch
        {
            ["api", var version, .. var rest] => Parse("", version, rest),
            ["apis", var group, var version, .. var rest] => Parse(group, version, rest),
            _ => null,
        };
    }

    private static ApiPath? Parse(string group, string version, string[] rest)
    {
        var namespaced = rest is ["namespaces", _, _, ..] && !(group.Length == 0 && rest[2] is "status" or "finalize");
        var ns = namespaced ? rest[1] : null;
        var tail = namespaced ? rest[2..] : rest;
        if (tail.Length is 0 or > 3 || Resources.Find(group, version, tail[0]) is not { } type)
            return null;
        if (namespaced != type.Namespaced && (namespaced || tail.Length > 1))
            return null;
        return new(type, ns, tail.ElementAtOrDefault(1), tail.ElementAtOrDefault(2));
    }
}
