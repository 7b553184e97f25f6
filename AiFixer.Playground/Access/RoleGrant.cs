using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Access;

/// <summary>The rules that a binding gives somebody, and how Kubernetes names it.</summary>
internal sealed record RoleGrant(string Because, IReadOnlyList<JsonObject> Rules)
{
    public bool Covers(AccessWish wish) => Rules.Any(rule => Covers(rule, wish));

    private static bool Covers(JsonObject rule, AccessWish wish) =>
        Has(rule, "verbs", wish.Verb) && Has(rule, "apiGroups", wish.Group) && HasResource(rule, wish) && HasName(rule, wish.Name);

    private static bool Has(JsonObject rule, string list, string wanted) => Texts(rule, list).Any(text => text == "*" || text == wanted);

    private static bool HasResource(JsonObject rule, AccessWish wish) => Texts(rule, "resources").Any(text =>
        text == "*" || text == wish.FullResource || (!string.IsNullOrEmpty(wish.Subresource) && text == $"*/{wish.Subresource}"));

    private static bool HasName(JsonObject rule, string? name)
    {
        var names = Texts(rule, "resourceNames").ToList();
        return names.Count == 0 || (!string.IsNullOrEmpty(name) && names.Contains(name));
    }

    private static IEnumerable<string> Texts(JsonObject rule, string list) => (rule.Arr(list) ?? []).Select(item => item.AsText()).OfType<string>();
}
