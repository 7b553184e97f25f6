using AiFixer.Silo;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>The silo program in this process, on PostgreSQL, with sockets of its own.</summary>
internal sealed class RunningSilo : IAsyncDisposable
{
    private readonly WebApplication application;

    private RunningSilo(WebApplication application, string url, SiloPlace place)
    {
        (this.application, Place) = (application, place);
        Client = new() { BaseAddress = new(url) };
    }

    public HttpClient Client { get; }

    public SiloPlace Place { get; }

    public static async Task<RunningSilo> StartAsync(SiloPlace place)
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var silo = new RunningSilo(SiloProgram.Build([$"--Gateway:Urls={url}", "--Gateway:DrainTime=0s", "--Logging:LogLevel:Default=None", .. place.Arguments]), url, place);
        await silo.application.StartAsync();
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        Client.Dispose();
    }
}
