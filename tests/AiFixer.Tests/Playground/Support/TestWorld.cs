using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Support;

/// <summary>A practice world whose clock belongs to the test, and a plain client for it.</summary>
internal sealed class TestWorld : IAsyncDisposable
{
    public const string Checkout = "/apis/apps/v1/namespaces/shop/deployments/checkout";
    public const string Catalog = "/apis/apps/v1/namespaces/shop/deployments/catalog";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TestWorld(PracticeWorld world, ManualTime time)
    {
        (World, Time) = (world, time);
        Client = new() { BaseAddress = world.Url };
    }

    public PracticeWorld World { get; }

    public ManualTime Time { get; }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestWorld> StartAsync(string? token = null)
    {
        var time = new ManualTime();
        return new(await PracticeWorld.StartAsync(new() { Time = time, BearerToken = token }, Cancellation), time);
    }

    public DeploymentHealth Checkup(string name = "checkout") => World.Health("shop", name)!;

    public void Pass(TimeSpan span)
    {
        Time.Advance(span);
        World.Tick();
    }

    /// <summary>Moves the clock in small steps until the condition holds; fails when it does not within two minutes of it.</summary>
    public void PassUntil(Func<bool> condition)
    {
        var end = Time.GetUtcNow() + Patience;
        while (!condition())
        {
            Time.GetUtcNow().ShouldBeLessThan(end, "the condition never held");
            Pass(TimeSpan.FromMilliseconds(100));
        }
    }

    public Task<TestAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<TestAnswer> MergeAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/merge-patch+json");

    public Task<TestAnswer> StrategicAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/strategic-merge-patch+json");

    public Task<TestAnswer> JsonPatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/json-patch+json");

    public async Task<TestAnswer> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json", string? action = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        if (action is not null)
            request.Headers.Add("X-AiFixer-Action", action);
        using var response = await Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return new((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : [], text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await World.DisposeAsync();
    }
}
