using System.Net.Sockets;

namespace AiFixer.Plugins.Docker;

/// <summary>HTTP over a unix socket.</summary>
internal static class DockerSocket
{
    public static HttpClient Client(string socket, int maxAnswer) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, token) => await ConnectAsync(socket, token),
        UseProxy = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    })
    {
        BaseAddress = new("http://docker"),
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = maxAnswer,
    };

    private static async Task<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
