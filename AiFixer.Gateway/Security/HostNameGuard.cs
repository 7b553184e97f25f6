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

    public Task InvokeAsync(HttpContext context) =>
        Problem(context.Request, options) is var (field, problem) ? Problems.Invalid(field, problem).ExecuteAsync(context) : next(context);

    /// <summary>Why it is turned away; null when it may come in.</summary>
    public static (string Field, string Problem)? Problem(HttpRequest request, GatewayOptions options)
    {
        if (options.HasKeys)
            return null;
        if (!ListenAddresses.IsLoopback(request.Host.Host))
            return ("Host", "must be localhost: without keys the service answers to this machine alone");
        return Array.Find(ProxyHeaders, request.Headers.ContainsKey) is { } header
            ? (header, "says that a proxy stands between: set Gateway:ApiKeys before others can come in")
            : null;
    }
}
