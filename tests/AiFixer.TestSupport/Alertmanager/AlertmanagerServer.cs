using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.TestSupport;

/// <summary>Debian's Alertmanager with its data in a temporary folder, on a free port of loopback, alone (no gossip).</summary>
public sealed class AlertmanagerServer : IAsyncDisposable
{
    private const string Program = "prometheus-alertmanager";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly ReadyServer _server;

    private AlertmanagerServer(ReadyServer server) => _server = server;

    public Uri Address => _server.Address;

    public IReadOnlyList<string> Output => _server.Output;

    public static async Task<AlertmanagerServer> StartNewAsync(AlertmanagerOptions options) => new(await ReadyServer.StartAsync("Alertmanager", (folder, address) =>
    {
        File.WriteAllText(folder.File("alertmanager.yml"), AlertmanagerConfiguration.Write(options));
        return new(
            Program,
            $"--config.file={folder.File("alertmanager.yml")}",
            $"--storage.path={folder.File("data")}",
            $"--web.listen-address=127.0.0.1:{address.Port}",
            "--cluster.listen-address=");
    }));

    public Task PostAlertAsync(
        IReadOnlyDictionary<string, string> labels,
        IReadOnlyDictionary<string, string>? annotations = null,
        DateTimeOffset? startsAt = null,
        string? generatorUrl = null) =>
        PostAsync([new PostedAlert(labels, annotations, startsAt, GeneratorUrl: generatorUrl)]);

    /// <summary>Ends the alert with these labels now.</summary>
    public Task ResolveAsync(IReadOnlyDictionary<string, string> labels) =>
        PostAsync([new PostedAlert(labels, EndsAt: TimeProvider.System.GetUtcNow())]);

    public async Task PostAsync(IReadOnlyList<PostedAlert> alerts)
    {
        using var answer = await _server.Http.PostAsJsonAsync("api/v2/alerts", alerts, Json);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"Alertmanager answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
