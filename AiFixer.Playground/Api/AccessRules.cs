using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>Everybody may do everything, except what a test forbids.</summary>
internal sealed class AccessRules
{
    public const string User = "system:serviceaccount:practice:visitor";

    private readonly HashSet<(string Verb, string Resource)> forbidden = [];

    /// <summary>The resource as in <c>kubectl auth can-i</c>: <c>pods</c>, <c>pods/eviction</c>, <c>deployments.apps</c>.</summary>
    public void Forbid(string verb, string resource) => forbidden.Add((verb, resource));

    public bool ForbidsSomething => forbidden.Count > 0;

    public void AllowAll() => forbidden.Clear();

    public bool Allows(string verb, string group, string resource, string? subresource)
    {
        var name = string.IsNullOrEmpty(group) ? resource : $"{resource}.{group}";
        var full = string.IsNullOrEmpty(subresource) ? name : $"{name}/{subresource}";
        return !forbidden.Contains((verb, full)) && !forbidden.Contains(("*", full)) && !forbidden.Contains((verb, "*")) && !forbidden.Contains(("*", "*"));
    }

    /// <summary>The refusal of a call to this path; null when it may go on.</summary>
    public StatusError? Refusal(ApiPath path, ApiCall call)
    {
        var type = path.Type;
        var verb = Verb(path, call);
        if (Allows(verb, type.Group, type.Plural, path.Subresource))
            return null;
        var named = path.Name is null ? type.QualifiedPlural : $"{type.QualifiedPlural} \"{path.Name}\"";
        var resource = path.Subresource is null ? type.Plural : $"{type.Plural}/{path.Subresource}";
        var scope = path.Namespace is null ? "at the cluster scope" : $"in the namespace \"{path.Namespace}\"";
        var details = new System.Text.Json.Nodes.JsonObject { ["kind"] = type.Plural };
        if (path.Name is not null)
            details["name"] = path.Name;
        if (type.Group.Length > 0)
            details["group"] = type.Group;
        return new(403, "Forbidden", $"{named} is forbidden: User \"{User}\" cannot {verb} resource \"{resource}\" in API group \"{type.Group}\" {scope}", details);
    }

    private static string Verb(ApiPath path, ApiCall call) => call.Method switch
    {
        "GET" => call.IsWatch ? "watch" : path.Name is null ? "list" : "get",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        _ => "delete",
    };
}
