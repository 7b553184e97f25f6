using System.Text.Json.Nodes;
using AiFixer.Playground.Api;

namespace AiFixer.Playground.Access;

/// <summary>
/// Lets calls in or refuses them. Whoever comes with the token of a service account is held to the stored roles; everybody else may do
/// everything, except what a test forbids.
/// </summary>
internal sealed class Gatekeeper(RoleRules roles, ForbiddenVerbs forbidden)
{
    /// <summary>What everybody with an account may do in a fresh cluster: ask about themselves.</summary>
    private static readonly RoleGrant BasicUser = new(
        "ClusterRoleBinding \"system:basic-user\" of ClusterRole \"system:basic-user\" to Group \"system:authenticated\"",
        [
            new()
            {
                ["verbs"] = new JsonArray("create"),
                ["apiGroups"] = new JsonArray("authorization.k8s.io"),
                ["resources"] = new JsonArray("selfsubjectaccessreviews", "selfsubjectrulesreviews"),
            },
        ]);

    public bool HidesSomething => forbidden.Any;

    public AccessVerdict Judge(Caller caller, AccessWish wish)
    {
        if (!forbidden.Allows(wish))
            return new(false, "");
        if (caller.IsBound)
            return BasicUser.Covers(wish) ? new(true, $"RBAC: allowed by {BasicUser.Because}") : roles.Judge(caller, wish);
        return new(true, "RBAC: allowed by ClusterRoleBinding \"practice\" of ClusterRole \"practice\" to User \"visitor\"");
    }

    /// <summary>The refusal of a call; null when it may go on. Whoever may not know whether something is there is not told.</summary>
    public StatusError? Refusal(Caller caller, ApiCall call) => AccessWish.Of(call) is { } wish ? Refusal(caller, wish) : null;

    public StatusError? Refusal(Caller caller, AccessWish wish) =>
        Judge(caller, wish) is { Allowed: false } verdict ? StatusError.Forbidden(caller.User, wish, verdict.Reason) : null;

    /// <summary>All rules of somebody in a namespace.</summary>
    public IEnumerable<JsonNode> Rules(Caller caller, string? ns) => caller.IsBound
        ? roles.Grants(caller, ns, []).Prepend(BasicUser).SelectMany(grant => grant.Rules).Select(rule => rule.DeepClone())
        : [new JsonObject { ["verbs"] = new JsonArray("*"), ["apiGroups"] = new JsonArray("*"), ["resources"] = new JsonArray("*") }];
}
