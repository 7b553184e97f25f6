using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AiFixer.Tests.Plugins.Services;

/// <summary>Begins an answer in chunks and never ends it properly.</summary>
internal sealed class EndlessServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly int stopAfter;
    private readonly Task serving;

    public EndlessServer(int stopAfter = int.MaxValue)
    {
        this.stopAfter = stopAfter;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var asked = new byte[64 * 1024];
        if (await stream.ReadAsync(asked, stopping.Token) == 0)
            return;
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        var chunk = Encoding.ASCII.GetBytes($"200\r\n{new string(' ', 0x200)}\r\n");
        try
        {
            for (var sent = 0; sent < stopAfter; sent += chunk.Length)
                await stream.WriteAsync(chunk);
        }
        catch (IOException)
        {
            // It has heard enough.
        }
    }
}
