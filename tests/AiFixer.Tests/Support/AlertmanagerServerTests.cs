using System.Text.Json;
using System.Threading.Channels;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.Tests.Support;

public sealed class AlertmanagerServerTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["alertname"] = "HighCpu", ["namespace"] = "shop" };

    [Fact]
    public async Task It_sends_what_fires_and_what_is_over_with_its_credentials()
    {
        var received = Channel.CreateUnbounded<(string Status, string Authorization)>();
        await using var receiver = await ReceiveAsync(async request =>
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            received.Writer.TryWrite((body.RootElement.GetProperty("status").GetString()!, request.Headers.Authorization.ToString()));
        });
        await using var server = await AlertmanagerServer.StartNewAsync(
            new AlertmanagerOptions(new Uri(receiver.Urls.Single())) { Credentials = "a \"quoted\" secret" });

        await server.PostAlertAsync(Labels);
        (await NextAsync(received.Reader)).ShouldBe(("firing", "Bearer a \"quoted\" secret"));

        await server.ResolveAsync(Labels);
        (await NextAsync(received.Reader)).Status.ShouldBe("resolved");
    }

    private static async Task<T> NextAsync<T>(ChannelReader<T> reader) =>
        await reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Eventually.DefaultLimit, TimeProvider.System, TestContext.Current.CancellationToken);

    private static async Task<WebApplication> ReceiveAsync(Func<HttpRequest, Task> handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{FreePort.Next()}");
        app.MapPost("/", (HttpRequest request) => handle(request));
        await app.StartAsync();
        return app;
    }
}
