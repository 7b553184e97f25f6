using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>
/// Without keys, answers only to the machine's own names: a page elsewhere whose name was made to point here
/// (DNS rebinding) is turned away, and so is whoever comes through a proxy, which makes everybody look local.
/// </summary>
internal sealed class HostNameGuard(RequestDelegate next, GatewayOptions options)
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public Task InvokeAsync(HttpContext context)
    {
        if (options.HasKeys)
            return next(context);
        if (!ListenAddresses.IsLoopback(context.Request.Host.Host))
            return Problems.Invalid("Host", "must be localhost: without keys the service answers to this machine alone").ExecuteAsync(context);
        return Array.Find(ProxyHeaders, context.Request.Headers.ContainsKey) is { } header
            ? Problems.Invalid(header, "says that a proxy stands between: set Gateway:ApiKeys before others can come in").ExecuteAsync(context)
            : next(context);
    }
}
