using AiFixer.Playground.Api;
using AiFixer.Playground.Controllers;

namespace AiFixer.Playground.Access;

/// <summary>Who a call comes from: the service account of its token, or whom it says it stands for.</summary>
internal sealed class CallerReader(ControlPlane world, AccountTokens tokens, RoleRules roles)
{
    public Result<Caller> Read(ApiCall call)
    {
        var caller = Caller.Visitor;
        if (call.Token is { } token && tokens.Knows(token))
        {
            if (tokens.Find(token, world.Clock.Now) is not { } account)
                return StatusError.Unauthorized();
            caller = account;
        }

        return call.Impersonated is { } user ? Stand(caller, user, call) : caller;
    }

    private Result<Caller> Stand(Caller caller, string user, ApiCall call)
    {
        var meant = Caller.Named(user, call.ImpersonatedGroups);
        var wish = new AccessWish("impersonate", "", "users", null, null, user);
        if (caller.IsBound && roles.Judge(caller, wish) is { Allowed: false } verdict)
            return StatusError.Forbidden(caller.User, wish, verdict.Reason);
        return meant;
    }
}
