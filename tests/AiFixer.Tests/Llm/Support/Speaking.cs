using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.TestSupport;
using Microsoft.Extensions.AI;

namespace AiFixer.Tests.Llm.Support;

/// <summary>A client that speaks with a scripted model over HTTP.</summary>
internal sealed class Speaking : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    private Speaking(ModelServer server, ManualTime time, ProviderOptions options)
    {
        (Server, Time) = (server, time);
        Client = new(http, Dialects.Of(options), options, new(), time);
    }

    public ModelServer Server { get; }

    public ManualTime Time { get; }

    public ProviderClient Client { get; }

    public static async Task<Speaking> BeginAsync(ProviderKind kind, bool stream, params ModelStep[] steps)
    {
        var server = await ModelServer.StartAsync(new ModelSteps(steps), TestContext.Current.CancellationToken);
        return new(server, new(), Speakers.Options(kind, server.Url, stream));
    }

    public Task<ChatResponse> AskAsync(ChatOptions? options = null, params ChatMessage[] messages) => Client.GetResponseAsync(
        [new(ChatRole.System, "Be brief."), .. messages.Length > 0 ? messages : [new(ChatRole.User, "why 500s?")]], options, TestContext.Current.CancellationToken);

    public async Task<ProviderFault> FailAsync() => (await Should.ThrowAsync<ProviderException>(() => AskAsync())).Fault;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Server.DisposeAsync();
    }
}
