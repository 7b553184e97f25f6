using System.Text.Json.Nodes;

namespace AiFixer.Playground.Api;

/// <summary>Everybody may do everything here.</summary>
internal static class AccessReviewEndpoint
{
    public const string Path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    public static Answer Review(ApiCall call)
    {
        if (call.BodyFor("SelfSubjectAccessReview", "authorization.k8s.io/v1").Failed(out var error, out var body))
            return error;
        body["status"] = new JsonObject { ["allowed"] = true, ["reason"] = "the practice world allows everything" };
        return Answer.Json(body, 201);
    }
}
