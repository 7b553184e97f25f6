using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AiFixer.Gateway.Pages;

/// <summary>Carries a sentence over a redirect in a sealed cookie, so that no link can put words into the page.</summary>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private const string Cookie = "aifixer-notice";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("notice").ToTimeLimitedDataProtector();

    public void Leave(HttpContext context, Notice notice) =>
        context.Response.Cookies.Append(
            Cookie,
            _seal.Protect((notice.Good ? "+" : "-") + notice.Text, Lifetime),
            new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Lifetime, Secure = context.Request.IsHttps, Path = "/" });

    public Notice? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } left)
            return null;
        context.Response.Cookies.Delete(Cookie);
        try
        {
            var text = _seal.Unprotect(left);
            return new(text[0] == '+', text[1..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
