using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Monitoring;

/// <summary>Debian's Prometheus with its data in a temporary folder, on a free port of loopback, fetching from one address.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private readonly ReadyServer _server;

    private PrometheusServer(ReadyServer server) => _server = server;

    public Uri Address => _server.Address;

    public static async Task<PrometheusServer> StartNewAsync(Uri target) => new(await ReadyServer.StartAsync("Prometheus", (folder, address) =>
    {
        File.WriteAllText(
            folder.File("prometheus.yml"),
            $$"""
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
            - job_name: aifixer
              static_configs: [{targets: ["{{target.Authority}}"]}]

            """);
        return new(
            "prometheus",
            $"--config.file={folder.File("prometheus.yml")}",
            $"--storage.tsdb.path={folder.File("data")}",
            $"--web.listen-address=127.0.0.1:{address.Port}");
    }));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
