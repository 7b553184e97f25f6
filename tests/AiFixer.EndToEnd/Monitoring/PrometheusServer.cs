using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Monitoring;

/// <summary>Debian's Prometheus with its data in a temporary folder, on a free port of loopback, fetching from one address.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http;
    private readonly ChildProcess _process;

    private PrometheusServer(Uri target)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _http = new HttpClient { BaseAddress = Address };
        File.WriteAllText(
            _folder.File("prometheus.yml"),
            $$"""
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
            - job_name: aifixer
              static_configs: [{targets: ["{{target.Authority}}"]}]

            """);
        _process = ChildProcess.Start(new ChildProcessOptions(
            "prometheus",
            $"--config.file={_folder.File("prometheus.yml")}",
            $"--storage.tsdb.path={_folder.File("data")}",
            $"--web.listen-address=127.0.0.1:{Address.Port}"));
    }

    public Uri Address { get; }

    public static async Task<PrometheusServer> StartNewAsync(Uri target)
    {
        var server = new PrometheusServer(target);
        try
        {
            await Eventually.TrueAsync(server.IsReadyAsync, "Prometheus is ready");
            return server;
        }
        catch (Exception failure)
        {
            var told = server._process.Describe("did not become ready");
            await server.DisposeAsync();
            throw new InvalidOperationException(told, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException(_process.Describe("ended"));
        using var answer = await _http.GetAsync("-/ready");
        return answer.IsSuccessStatusCode;
    }
}
