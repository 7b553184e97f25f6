using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Access;

/// <summary>A practice world for somebody with a token, and for somebody without one who may do everything.</summary>
internal sealed class AccountWorld(TestWorld world) : IAsyncDisposable
{
    private string token = "";

    public TestWorld World => world;

    public void Use(string given) => token = given;

    public Task<TestAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<TestAnswer> SendAsync(HttpMethod method, string path, string? body = null) => AskAsync(method, path, body, token);

    public Task<TestAnswer> AdminAsync(HttpMethod method, string path, string? body = null) => AskAsync(method, path, body, null);

    public async Task MakeAsync(string path, string body) => (await AdminAsync(HttpMethod.Post, path, body)).Code.ShouldBe(201);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private Task<TestAnswer> AskAsync(HttpMethod method, string path, string? body, string? bearer)
    {
        world.Client.DefaultRequestHeaders.Authorization = bearer is null ? null : new("Bearer", bearer);
        return world.SendAsync(method, path, body);
    }
}
