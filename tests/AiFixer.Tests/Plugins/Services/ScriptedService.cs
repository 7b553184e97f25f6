using System.Net;
using System.Text;
using AiFixer.Core.Ports;
using AiFixer.Plugins;
using AiFixer.Plugins.Databases;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Services;

/// <summary>Every service at once, answering what the test says.</summary>
internal sealed class ScriptedService : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, string, Task<HttpResponseMessage>> answer;
    private readonly ServicePlugins plugins;
    private readonly PluginHost host;

    public ScriptedService(Func<HttpRequestMessage, string, HttpResponseMessage> answer, Action<PluginsOptions>? configure = null, IReportedChanges? reported = null)
        : this((request, body) => Task.FromResult(answer(request, body)), configure, reported)
    {
    }

    public ScriptedService(
        Func<HttpRequestMessage, string, Task<HttpResponseMessage>> answer, Action<PluginsOptions>? configure = null, IReportedChanges? reported = null)
    {
        this.answer = answer;
        var options = new PluginsOptions
        {
            Prometheus = { ["default"] = new() { Url = "https://prometheus.example/base" } },
            Loki = { ["default"] = new() { Url = "https://loki.example" } },
            Jaeger = { ["default"] = new() { Url = "https://jaeger.example" } },
            SigNoz = { ["signoz"] = new() { Url = "https://signoz.example" } },
            Sentry = { ["default"] = new() { Url = "https://sentry.example", Organization = "acme" } },
            Insights = { ["default"] = new() { Url = "https://insights.example" } },
            Changes = { ["default"] = new() { Url = "https://changes.example" } },
        };
        options.Host.ReadRetries = 0;
        configure?.Invoke(options);
        options.Problems().ShouldBeEmpty();
        plugins = new(options, Time, new KubeClients(options, Time, _ => null), new PgClients(options, Time), reported, _ => this);
        host = new(plugins.All, options.Host, Time, NullLogger<PluginHost>.Instance);
    }

    public ManualTime Time { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public PluginHost Host => host;

    /// <summary>Every request: method, address, and what was posted.</summary>
    public List<string> Requests { get; } = [];

    public static HttpResponseMessage Json(string json, HttpStatusCode code = HttpStatusCode.OK) =>
        new(code) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Text(string text, HttpStatusCode code, string type = "text/plain") =>
        new(code) { Content = new StringContent(text, Encoding.UTF8, type) };

    public Task<PluginResult> RunAsync(string plugin, string arguments) =>
        host.RunAsync(plugin, new(arguments, "INC-1", null, "tester", Time.GetUtcNow()), TestContext.Current.CancellationToken);

    public async Task<System.Text.Json.JsonElement> AskAsync(string plugin, string arguments)
    {
        var result = await RunAsync(plugin, arguments);
        result.Error.ShouldBeNull();
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(result.Data!);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add($"{request.Method} {request.RequestUri} {Uri.UnescapeDataString(body)}".Trim());
        return await answer(request, body).WaitAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            host.Dispose();
        base.Dispose(disposing);
    }
}
