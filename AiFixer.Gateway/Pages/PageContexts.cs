using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace AiFixer.Gateway.Pages;

internal sealed class PageContexts(IAntiforgery forms, Notices notices, KeyRing keys, TimeProvider time)
{
    public PageContext For(HttpContext context)
    {
        var known = context.User.Identity?.IsAuthenticated == true;
        return new(
            known ? PersonClaims.Read(context.User) : null,
            forms.GetAndStoreTokens(context).RequestToken ?? "",
            known && !keys.IsEmpty,
            time.GetUtcNow(),
            HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/",
            notices.Take(context));
    }
}
