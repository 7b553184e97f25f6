using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Access;

/// <summary>Hands out tokens of service accounts, as <c>kubectl create token</c> asks for them.</summary>
internal sealed class TokenEndpoint(ControlPlane world, AccountTokens tokens)
{
    private const long Usual = 3600;
    private const long Shortest = 600;
    private const long Longest = 1L << 32;

    public Answer Give(ApiPath path, ApiCall call)
    {
        if (call.BodyFor("TokenRequest", "authentication.k8s.io/v1").Failed(out var error, out var body))
            return error;
        if (world.Store.Find(Resources.ServiceAccounts, path.Namespace ?? "", path.Name!) is not { } account)
            return StatusError.NotFound(Resources.ServiceAccounts, path.Name!);
        var seconds = body.Obj("spec").Int("expirationSeconds") ?? Usual;
        if (seconds is < Shortest or > Longest)
            return StatusError.Unprocessable($"TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: Invalid value: {seconds}: must be from {Shortest} to {Longest}");
        var until = world.Clock.Now.AddSeconds(seconds);
        var answer = Kinds.Named(
            new("authentication.k8s.io", "v1", "tokenrequests", "", "TokenRequest", true),
            new JsonObject
            {
                ["metadata"] = new JsonObject { ["name"] = account.Name, ["namespace"] = account.Namespace },
                ["spec"] = new JsonObject { ["expirationSeconds"] = seconds },
                ["status"] = new JsonObject { ["token"] = tokens.Give(account, until), ["expirationTimestamp"] = KubeTime.Seconds(until) },
            });
        return Answer.Json(answer, 201);
    }
}
