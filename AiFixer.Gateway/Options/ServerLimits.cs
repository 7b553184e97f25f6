using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AiFixer.Gateway.Options;

/// <summary>Tells the web server where to listen and what not to put up with.</summary>
internal static class ServerLimits
{
    public static void Apply(IWebHostBuilder host, GatewayOptions options)
    {
        host.UseUrls([.. options.Urls]);
        // No request blocks its thread, so none needs to be handed to another one first.
        host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        host.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
            server.Limits.MaxConcurrentConnections = options.Limits.Connections;
            server.Limits.RequestHeadersTimeout = options.Limits.HeaderTimeout;
            server.Limits.MinRequestBodyDataRate = new MinDataRate(options.Limits.BodyBytesPerSecond, options.Limits.BodyGrace);
        });
    }
}
