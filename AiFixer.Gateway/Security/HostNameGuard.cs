using AiFixer.Gateway.Errors;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>
/// Without keys, answers only to the machine's own names: a page elsewhere whose name was made to point here
/// (DNS rebinding) is turned away.
/// </summary>
internal sealed class HostNameGuard(RequestDelegate next, GatewayOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        options.HasKeys || ListenAddresses.IsLoopback(context.Request.Host.Host)
            ? next(context)
            : Problems.Invalid("Host", "must be localhost: without keys the service answers to this machine alone").ExecuteAsync(context);
}
