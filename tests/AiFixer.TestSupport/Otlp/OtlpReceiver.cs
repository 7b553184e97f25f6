using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.TestSupport;

/// <summary>A collector for traces, metrics and logs over HTTP on a free port of loopback, which keeps all it gets.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedSpan> spans = new();
    private readonly ConcurrentQueue<(string Signal, string Text)> bodies = new();
    private readonly CancellationTokenSource ended = new();
    private readonly bool keepsBodies;
    private int requests;

    private OtlpReceiver(Uri address, CollectorMood mood, bool keepsBodies)
    {
        (Address, Mood, this.keepsBodies) = (address, mood, keepsBodies);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public Uri Address { get; }

    public CollectorMood Mood { get; set; }

    /// <summary>How often something was sent, taken or not.</summary>
    public int Requests => Volatile.Read(ref requests);

    public IReadOnlyList<ReceivedSpan> Spans => [.. spans];

    /// <summary>All that was sent, with the texts in it readable.</summary>
    public IReadOnlyList<(string Signal, string Text)> Bodies => [.. bodies];

    /// <summary>What the collector was sent as <c>Authorization</c>, the last time.</summary>
    public string? Authorization { get; private set; }

    public static async Task<OtlpReceiver> StartAsync(CollectorMood mood = CollectorMood.Takes, bool keepsBodies = true)
    {
        var receiver = new OtlpReceiver(new($"http://127.0.0.1:{FreePort.Next()}/"), mood, keepsBodies);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await app.DisposeAsync();
        ended.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Interlocked.Increment(ref requests);
        Authorization = context.Request.Headers.Authorization.ToString();
        if (Mood == CollectorMood.Silent)
            await SilenceAsync(context.RequestAborted);
        if (Mood == CollectorMood.Takes)
            Keep(context.Request.Path.Value ?? "", body.ToArray());
        context.Response.StatusCode = (int)(Mood == CollectorMood.Takes ? HttpStatusCode.OK : HttpStatusCode.InternalServerError);
    }

    private async Task SilenceAsync(CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, ended.Token);
        var never = new TaskCompletionSource();
        await never.Task.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Keep(string path, byte[] body)
    {
        if (!keepsBodies)
            return;
        bodies.Enqueue((path, Encoding.UTF8.GetString(body)));
        if (path != "/v1/traces")
            return;
        foreach (var span in SpanReader.Read(body))
            spans.Enqueue(span);
    }
}
