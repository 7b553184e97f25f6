using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiFixer.TestSupport;

/// <summary>Debian's Alertmanager with its data in a temporary folder, on a free port of loopback, alone (no gossip).</summary>
public sealed class AlertmanagerServer : IAsyncDisposable
{
    private const string Program = "prometheus-alertmanager";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http;
    private readonly ChildProcess _process;

    private AlertmanagerServer(AlertmanagerOptions options)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _http = new HttpClient { BaseAddress = Address };
        File.WriteAllText(_folder.File("alertmanager.yml"), AlertmanagerConfiguration.Write(options));
        _process = ChildProcess.Start(new ChildProcessOptions(
            Program,
            $"--config.file={_folder.File("alertmanager.yml")}",
            $"--storage.path={_folder.File("data")}",
            $"--web.listen-address=127.0.0.1:{Address.Port}",
            "--cluster.listen-address="));
    }

    public Uri Address { get; }

    public IReadOnlyList<string> Output => _process.Output;

    public static async Task<AlertmanagerServer> StartNewAsync(AlertmanagerOptions options)
    {
        var server = new AlertmanagerServer(options);
        try
        {
            await Eventually.TrueAsync(server.IsReadyAsync, "Alertmanager is ready");
            return server;
        }
        catch (Exception failure)
        {
            var told = server._process.Describe("did not become ready");
            await server.DisposeAsync();
            throw new InvalidOperationException(told, failure);
        }
    }

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
        using var answer = await _http.PostAsJsonAsync("api/v2/alerts", alerts, Json);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"Alertmanager answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
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
