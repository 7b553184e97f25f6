using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AiFixer.TestSupport;

/// <summary>Ports on loopback that nobody listens on; never the same one twice in a process.</summary>
public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Given.TryAdd(port, true))
                return port;
        }
    }
}
