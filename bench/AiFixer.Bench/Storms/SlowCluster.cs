using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.Bench.Storms;

/// <summary>A Kubernetes API that takes its time and then knows of nothing: looking for a cause costs what it costs when much is broken.</summary>
internal sealed class SlowCluster : IAsyncDisposable
{
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(400);
    private readonly WebApplication _app;

    private SlowCluster(WebApplication app) => _app = app;

    public static async Task<SlowCluster> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(port));
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context)
    {
        await Task.Delay(Answer, TimeProvider.System, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{context.Request.Path.Value!.Length}} not found","reason":"NotFound","code":404}"""));
    }
}
