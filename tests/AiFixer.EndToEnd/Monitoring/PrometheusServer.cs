using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Monitoring;

/// <summary>Debian's Prometheus with its data in a temporary folder, on a free port of loopback, fetching from one address.</summary>
public sealed class PrometheusServer : IAsyncDisposable
{
    private readonly ReadyServer _server;

    private PrometheusServer(ReadyServer server) => _server = server;

    public Uri Address => _server.Address;

    public static async Task<PrometheusServer> StartNewAsync(Uri target, string? rules = null) => new(await ReadyServer.StartAsync("Prometheus", (folder, address) =>
    {
        if (rules is not null)
            File.WriteAllText(folder.File("rules.yml"), rules);
        File.WriteAllText(
            folder.File("prometheus.yml"),
            $$"""
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: [{{(rules is null ? "" : folder.File("rules.yml"))}}]
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
