using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AiFixer.Gateway.Options;

/// <summary>Tells the web server where to listen and what not to put up with.</summary>
internal static class ServerLimits
{
    public static void Apply(IWebHostBuilder host, GatewayOptions options)
    {
        host.UseUrls([.. options.Urls]);
        // Events of sockets are handed to the thread pool one by one already; a request that blocks holds up its own connection alone.
        // A buffer for each connection, of which there are only so many, costs less than asking twice for every request.
        host.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
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
