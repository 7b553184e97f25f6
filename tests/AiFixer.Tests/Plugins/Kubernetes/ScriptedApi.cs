using System.Net;
using System.Text;
using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Kubernetes;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>An API that answers what the test says, for answers the practice world does not give.</summary>
internal sealed class ScriptedApi : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, HttpResponseMessage> answer;

    public ScriptedApi(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        this.answer = answer;
        var options = new PluginsOptions { Kubernetes = { ["default"] = new() { Server = "https://api.example", Token = "t" } } };
        options.Host.ReadRetries = 0;
        var clusters = new KubeClients(options, TimeProvider.System, _ => null, _ => this);
        Host = new(KubernetesPlugins.All(clusters), options.Host, TimeProvider.System, NullLogger<PluginHost>.Instance);
    }

    public PluginHost Host { get; }

    public List<string> Requests { get; } = [];

    public static HttpResponseMessage Json(string json, HttpStatusCode code = HttpStatusCode.OK) =>
        new(code) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Status(HttpStatusCode code, string reason, string message) => Json(
        $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"{{message}}","reason":"{{reason}}","code":{{(int)code}}}""", code);

    public Task<PluginResult> RunAsync(string plugin, string arguments) =>
        Host.RunAsync(plugin, Call(arguments), TestContext.Current.CancellationToken);

    public Task<PreviewResult> PreviewAsync(string plugin, string arguments) =>
        Host.PreviewAsync(plugin, Call(arguments), TestContext.Current.CancellationToken);

    public Task<ExecuteResult> ExecuteAsync(string plugin, string arguments, ActionPlan plan) =>
        Host.ExecuteAsync(plugin, Call(arguments), plan, TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        if (request.Content is not null)
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        return answer(request);
    }

    protected override void Dispose(bool disposing)
    {
        Host.Dispose();
        base.Dispose(disposing);
    }

    private static PluginCall Call(string arguments) => new(arguments, "INC-1", "A1", "tester", TimeProvider.System.GetUtcNow());
}
