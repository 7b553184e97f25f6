using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Access;

/// <summary>What somebody wants to do, in the words of roles.</summary>
internal sealed record AccessWish(string Verb, string Group, string Resource, string? Subresource, string? Namespace, string? Name)
{
    /// <summary>As roles write it: <c>pods</c>, <c>pods/log</c>.</summary>
    public string FullResource => string.IsNullOrEmpty(Subresource) ? Resource : $"{Resource}/{Subresource}";

    public static AccessWish Of(JsonObject attributes) => new(
        attributes.Str("verb") ?? "", attributes.Str("group") ?? "", attributes.Str("resource") ?? "", attributes.Str("subresource"),
        attributes.Str("namespace"), attributes.Str("name"));

    /// <summary>Whether there is such a resource or not: who may not know is not told. Null when the path names no resource at all.</summary>
    public static AccessWish? Of(ApiCall call) =>
        call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray() switch
        {
            ["api", _, _, ..] and [_, _, .. var rest] => Of("", rest, call),
            ["apis", var group, _, _, ..] and [_, _, _, .. var rest] => Of(group, rest, call),
            _ => null,
        };

    private static AccessWish Of(string group, string[] rest, ApiCall call)
    {
        // A namespace is in itself, so that a role in it may let somebody read it.
        var ns = rest is ["namespaces", var named, ..] ? named : null;
        if (rest is ["namespaces", _, var kind, ..] && !(group.Length == 0 && kind is "status" or "finalize"))
            rest = rest[2..];
        var name = rest.ElementAtOrDefault(1) ?? NameInSelector(call);
        return new(Verbs(call, rest.Length > 1), group, rest[0], rest.ElementAtOrDefault(2), ns, name);
    }

    private static string Verbs(ApiCall call, bool isNamed) => call.Method switch
    {
        "GET" or "HEAD" => call.IsWatch ? "watch" : isNamed ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        _ => isNamed ? "delete" : "deletecollection",
    };

    private static string? NameInSelector(ApiCall call) => (call.Query("fieldSelector") ?? "").Split(',')
        .Where(term => term.StartsWith("metadata.name=", StringComparison.Ordinal))
        .Select(term => term["metadata.name=".Length..].TrimStart('=')).FirstOrDefault();
}
