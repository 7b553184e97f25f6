using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Access;

/// <summary>Answers what the asker may do.</summary>
internal sealed class AccessReviewEndpoint(Gatekeeper gate)
{
    public const string Path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    public const string RulesPath = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

    public Answer Review(ApiCall call, Caller caller)
    {
        if (call.BodyFor("SelfSubjectAccessReview", "authorization.k8s.io/v1").Failed(out var error, out var body))
            return error;
        var verdict = body.Obj("spec").Obj("resourceAttributes") is { } wanted ? gate.Judge(caller, AccessWish.Of(wanted)) : new(true, "");
        body["metadata"] ??= new JsonObject();
        var status = new JsonObject { ["allowed"] = verdict.Allowed };
        if (verdict.Reason.Length > 0)
            status["reason"] = verdict.Reason;
        body["status"] = status;
        return Answer.Json(body, 201);
    }

    /// <summary>For whoever is bound to no role everything in every group; incomplete when something is forbidden, for rules have no way to take away.</summary>
    public Answer Rules(ApiCall call, Caller caller)
    {
        if (call.BodyFor("SelfSubjectRulesReview", "authorization.k8s.io/v1").Failed(out var error, out var body))
            return error;
        body["metadata"] ??= new JsonObject();
        body["status"] = new JsonObject
        {
            ["resourceRules"] = new JsonArray([.. gate.Rules(caller, body.Obj("spec").Str("namespace"))]),
            ["nonResourceRules"] = new JsonArray(new JsonObject { ["verbs"] = new JsonArray("get"), ["nonResourceURLs"] = new JsonArray("*") }),
            ["incomplete"] = gate.HidesSomething,
        };
        return Answer.Json(body, 201);
    }
}
