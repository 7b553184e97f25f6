namespace AiFixer.Playground.Access;

/// <summary>What a test forbids to everybody.</summary>
internal sealed class ForbiddenVerbs
{
    private readonly HashSet<(string Verb, string Resource)> forbidden = [];

    public bool Any => forbidden.Count > 0;

    /// <summary>The resource as in <c>kubectl auth can-i</c>: <c>pods</c>, <c>pods/eviction</c>, <c>deployments.apps</c>.</summary>
    public void Add(string verb, string resource) => forbidden.Add((verb, resource));

    public void Clear() => forbidden.Clear();

    public bool Allows(AccessWish wish)
    {
        var name = wish.Group.Length == 0 ? wish.Resource : $"{wish.Resource}.{wish.Group}";
        var full = string.IsNullOrEmpty(wish.Subresource) ? name : $"{name}/{wish.Subresource}";
        return !forbidden.Contains((wish.Verb, full)) && !forbidden.Contains(("*", full)) && !forbidden.Contains((wish.Verb, "*")) && !forbidden.Contains(("*", "*"));
    }
}
