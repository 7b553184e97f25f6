using System.Net;
using System.Net.Sockets;
using System.Text;
using AiFixer.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>A server that writes bytes as no web server would: for answers that lie, stop or never end.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly Task serving;
    private int requests;

    private RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public int Requests => requests;

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Writes something and keeps the connection open.</summary>
    public static RawServer Says(string text) => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop);
        await new TaskCompletionSource().Task.WaitAsync(stop);
    });

    /// <summary>Writes something and hangs up.</summary>
    public static RawServer SaysAndLeaves(string text) => new((stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop).AsTask());

    /// <summary>Writes something, and then the same for ever.</summary>
    public static RawServer Repeats(string head, string again) => new(async (stream, stop) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), stop);
        var bytes = Encoding.ASCII.GetBytes(again);
        while (!stop.IsCancellationRequested)
            await stream.WriteAsync(bytes, stop);
    });

    public async Task<PluginResult> AskAsync(TimeSpan timeout, TimeProvider? time = null)
    {
        var options = new PluginsOptions { Kubernetes = { ["default"] = new() { Server = Url.ToString(), RequestTimeout = timeout } } };
        options.Host.ReadRetries = 0;
        using var setup = PluginSetup.Create(options, time ?? TimeProvider.System, NullLoggerFactory.Instance);
        return await setup.Host.RunAsync(
            "k8s.list_pods", new("""{"namespace":"shop"}""", "INC-1", null, "tester", TimeProvider.System.GetUtcNow()),
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var all = new List<Task>();
        try
        {
            while (true)
                all.Add(TalkAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(all);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await stream.ReadAsync(new byte[8192], stopping.Token) == 0)
                    return;
                Interlocked.Increment(ref requests);
                await answer(stream, stopping.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
