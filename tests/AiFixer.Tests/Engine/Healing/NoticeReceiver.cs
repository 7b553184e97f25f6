using System.Collections.Concurrent;
using System.Net;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Engine.Healing;

/// <summary>Takes notices over HTTP on loopback, and answers what the test wants.</summary>
internal sealed class NoticeReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task loop;

    public NoticeReceiver()
    {
        Url = new($"http://127.0.0.1:{FreePort.Next()}/notices/");
        listener.Prefixes.Add(Url.AbsoluteUri);
        listener.Start();
        loop = LoopAsync();
    }

    public Uri Url { get; }

    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>Where they were sent to.</summary>
    public ConcurrentQueue<string> Paths { get; } = [];

    public int Status { get; set; } = 200;

    public byte[] Answer { get; set; } = [];

    /// <summary>Says that more of the answer comes, which never does.</summary>
    public bool Stalls { get; set; }

    public void Dispose()
    {
        listener.Close();
        loop.GetAwaiter().GetResult();
    }

    private async Task SayAsync(HttpListenerResponse response)
    {
        try
        {
            await response.OutputStream.WriteAsync(Answer);
            await response.OutputStream.FlushAsync();
            if (!Stalls)
                response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Whoever asked had heard enough.
        }
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Paths.Enqueue(context.Request.Url!.AbsolutePath);
                Taken.Enqueue(await reader.ReadToEndAsync());
                context.Response.StatusCode = Status;
                context.Response.ContentLength64 = Answer.Length + (Stalls ? 1 : 0);
                await SayAsync(context.Response);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Told to stop.
        }
    }
}
