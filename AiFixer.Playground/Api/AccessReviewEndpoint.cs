using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Api;

/// <summary>Answers what the asker may do.</summary>
internal sealed class AccessReviewEndpoint(AccessRules rules)
{
    public const string Path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    public const string RulesPath = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    public Answer Review(ApiCall call)
    {
        if (call.BodyFor("SelfSubjectAccessReview", "authorization.k8s.io/v1").Failed(out var error, out var body))
            return error;
        var wanted = body.Obj("spec").Obj("resourceAttributes");
        var allowed = wanted is null || rules.Allows(wanted.Str("verb") ?? "", wanted.Str("group") ?? "", wanted.Str("resource") ?? "", wanted.Str("subresource"));
        body["metadata"] ??= new JsonObject();
        body["status"] = allowed
            ? new JsonObject { ["allowed"] = true, ["reason"] = "RBAC: allowed by ClusterRoleBinding \"practice\" of ClusterRole \"practice\" to User \"visitor\"" }
            : new JsonObject { ["allowed"] = false };
        return Answer.Json(body, 201);
    }

    /// <summary>Everything in every group; incomplete when something is forbidden, for rules have no way to take away.</summary>
    public Answer Rules(ApiCall call)
    {
        if (call.BodyFor("SelfSubjectRulesReview", "authorization.k8s.io/v1").Failed(out var error, out var body))
            return error;
        body["metadata"] ??= new JsonObject();
        body["status"] = new JsonObject
        {
            ["resourceRules"] = new JsonArray(new JsonObject { ["verbs"] = new JsonArray("*"), ["apiGroups"] = new JsonArray("*"), ["resources"] = new JsonArray("*") }),
            ["nonResourceRules"] = new JsonArray(new JsonObject { ["verbs"] = new JsonArray("get"), ["nonResourceURLs"] = new JsonArray("*") }),
            ["incomplete"] = rules.ForbidsSomething,
        };
        return Answer.Json(body, 201);
    }
}
