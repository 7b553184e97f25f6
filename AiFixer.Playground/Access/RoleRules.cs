using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Access;

/// <summary>What the stored roles and bindings allow, read as Kubernetes reads them.</summary>
internal sealed class RoleRules(ObjectStore store)
{
    public const string Group = "rbac.authorization.k8s.io";

    public AccessVerdict Judge(Caller caller, AccessWish wish)
    {
        var missing = new List<string>();
        return Grants(caller, wish.Namespace, missing).FirstOrDefault(grant => grant.Covers(wish)) is { } allowing
            ? new(true, $"RBAC: allowed by {allowing.Because}")
            : new(false, missing.Count == 0 ? "" : $"RBAC: {(missing.Count == 1 ? missing[0] : $"[{string.Join(", ", missing)}]")}");
    }

    /// <param name="ns">Where; only what holds everywhere when it is empty.</param>
    /// <param name="missing">Gets what bindings refer to and is not there.</param>
    public IEnumerable<RoleGrant> Grants(Caller caller, string? ns, List<string> missing)
    {
        foreach (var binding in store.List(Resources.ClusterRoleBindings))
        {
            if (Grant(caller, binding, binding.Name, missing) is { } grant)
                yield return grant;
        }

        if (string.IsNullOrEmpty(ns))
            yield break;
        foreach (var binding in store.List(Resources.RoleBindings, ns))
        {
            if (Grant(caller, binding, $"{binding.Name}/{binding.Namespace}", missing) is { } grant)
                yield return grant;
        }
    }

    private RoleGrant? Grant(Caller caller, StoredObject binding, string name, List<string> missing)
    {
        if ((binding.Json.Arr("subjects") ?? []).FirstOrDefault(subject => IsMeant(caller, subject)) is not { } subject)
            return null;
        var (kind, role) = (binding.Json.Obj("roleRef").Str("kind") ?? "", binding.Json.Obj("roleRef").Str("name") ?? "");
        var found = kind == "Role" ? store.Find(Resources.Roles, binding.Namespace, role) : store.Find(Resources.ClusterRoles, "", role);
        if (found is null)
        {
            missing.Add($"{kind.ToLowerInvariant()}.{Group} \"{role}\" not found");
            return null;
        }

        return new($"{binding.Type.Kind} \"{name}\" of {kind} \"{role}\" to {Text(subject)}", [.. (found.Json.Arr("rules") ?? []).OfType<JsonObject>()]);
    }

    private static bool IsMeant(Caller caller, JsonNode? subject) => subject.Str("kind") switch
    {
        "ServiceAccount" => caller.User == Caller.Account(subject.Str("namespace") ?? "", subject.Str("name") ?? "").User,
        "Group" => caller.Groups.Contains(subject.Str("name") ?? ""),
        _ => caller.User == subject.Str("name"),
    };

    private static string Text(JsonNode subject) => subject.Str("kind") == "ServiceAccount"
        ? $"ServiceAccount \"{subject.Str("name")}/{subject.Str("namespace")}\""
        : $"{subject.Str("kind")} \"{subject.Str("name")}\"";
}
