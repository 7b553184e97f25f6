using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Plugins.Custom;

/// <summary>A service on loopback that answers as it is told and remembers what it was asked.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubService(WebApplication app) => this.app = app;

    public ConcurrentQueue<string> Asked { get; } = new();

    public Func<string, (int Code, string Body)> Answer { get; set; } = static _ => (200, "{}");

    public string Url => app.Urls.Single();

    public static async Task<StubService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new StubService(builder.Build());
        stub.app.Run(stub.AnswerAsync);
        await stub.app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var asked = $"{context.Request.Method} {context.Features.Get<IHttpRequestFeature>()!.RawTarget} {await body.ReadToEndAsync()}".TrimEnd();
        Asked.Enqueue(asked);
        (context.Response.StatusCode, var text) = Answer(asked);
        await context.Response.WriteAsync(text);
    }
}
