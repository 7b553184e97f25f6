using AiFixer.Core.Texts;
using AiFixer.Gateway.Options;
using AiFixer.Gateway.Texts;

namespace AiFixer.Gateway.Pages.Languages;

/// <summary>What is spoken to whoever asks: what they chose on a page, what their browser prefers, what is configured.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "aifixer-language";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static TextBook WordsFor(IServiceProvider services) => GatewayWords.Of(
        Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request, services.GetRequiredService<GatewayOptions>().Language));

    public static Language Of(HttpRequest? request, Language otherwise) => request is null
        ? otherwise
        : LanguageTag.Parse(request.Cookies[Cookie]) ?? LanguageTag.Preferred(request.Headers.AcceptLanguage) ?? otherwise;

    public static void Remember(HttpContext context, Language language) => context.Response.Cookies.Append(
        Cookie,
        LanguageTag.Of(language),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Lifetime, Secure = context.Request.IsHttps, Path = "/", IsEssential = true });
}
