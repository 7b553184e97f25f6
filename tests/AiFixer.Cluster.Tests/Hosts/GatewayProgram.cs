using System.Net;
using System.Net.Http.Json;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>The gateway program as a process of its own that runs no incidents.</summary>
internal sealed class GatewayProgram : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "aifixer.dll");

    private GatewayProgram(ChildProcess process, string url)
    {
        Process = process;
        Client = new() { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(20) };
    }

    public ChildProcess Process { get; }

    public HttpClient Client { get; }

    public static GatewayProgram Start(SiloPlace place)
    {
        var url = $"http://127.0.0.1:{FreePort.Next()}";
        var options = new ChildProcessOptions(DotnetHost.Path, [Program, "--Engine=cluster", $"--Gateway:Urls={url}", .. place.ClientArguments])
        {
            WorkingDirectory = place.Folder,
            Environment = new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = null },
        };
        return new(ChildProcess.Start(options), url);
    }

    public Task BecomesAsync(string path, HttpStatusCode status) => Eventually.TrueAsync(
        async () => Process.HasExited ? throw new InvalidOperationException(Process.Describe("ended")) : (await Client.GetAsync(path)).StatusCode == status,
        $"{path} answers {status}. {Process.Describe("says")}");

    public Task<HttpResponseMessage> AlertAsync(string name)
    {
        var labels = new Dictionary<string, string> { ["alertname"] = name, ["namespace"] = "shop", ["severity"] = "critical" };
        return Client.PostAsJsonAsync("/api/v1/alerts", new { labels, annotations = new { summary = name } });
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Client.Dispose();
    }
}
