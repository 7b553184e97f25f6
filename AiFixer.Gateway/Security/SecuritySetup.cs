using System.Net;
using AiFixer.Gateway.Options;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;

namespace AiFixer.Gateway.Security;

/// <summary>Who may do what, and from where.</summary>
internal static class SecuritySetup
{
    public static void Add(IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Callers>();
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, GatewayAuthenticationHandler>(Schemes.Gateway, null)
            .AddScheme<AuthenticationSchemeOptions, WebhookAuthenticationHandler>(Schemes.Webhook, null)
            .AddCookie(Schemes.Cookie, ConfigureCookie);
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "aifixer-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddDataProtection().SetApplicationName("aifixer");
        // The folder is made when keys are wanted: commands that only look leave nothing behind.
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((keys, loggers) =>
            keys.XmlRepository = new FileSystemXmlRepository(CookieKeys.Folder(options), loggers));
        services.Configure<ForwardedHeadersOptions>(forwarded => Configure(forwarded, options));
    }

    public static void Use(WebApplication app)
    {
        if (app.Services.GetRequiredService<GatewayOptions>().Proxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostNameGuard>();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void ConfigureCookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "aifixer";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
    }

    private static void Configure(ForwardedHeadersOptions forwarded, GatewayOptions options)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                forwarded.KnownProxies.Add(address);
            else
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }
    }
}
