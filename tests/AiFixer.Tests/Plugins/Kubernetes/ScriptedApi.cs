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
    private readonly Func<HttpRequestMessage, HttpResponseMessage?> answer;
    private readonly HttpMessageInvoker world = new(new SocketsHttpHandler());
    private readonly TimeProvider time;

    /// <param name="answer">What it answers; null: what the practice world behind it answers.</param>
    /// <param name="time">Whose time; the system's when there is none.</param>
    /// <param name="behind">The practice world behind it.</param>
    public ScriptedApi(Func<HttpRequestMessage, HttpResponseMessage?> answer, TimeProvider? time = null, Uri? behind = null)
    {
        (this.answer, this.time) = (answer, time ?? TimeProvider.System);
        var server = behind?.ToString() ?? "https://api.example";
        var options = new PluginsOptions { Kubernetes = { ["default"] = new() { Server = server, Token = behind is null ? "t" : null } } };
        options.Host.ReadRetries = 0;
        Clusters = new KubeClients(options, this.time, _ => null, _ => this);
        Host = new(KubernetesPlugins.All(Clusters), options.Host, this.time, NullLogger<PluginHost>.Instance);
    }

    public KubeClients Clusters { get; }

    public PluginHost Host { get; }

    public List<string> Bodies { get; } = [];

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
        Bodies.Add(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        return answer(request) ?? await world.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        Host.Dispose();
        world.Dispose();
        base.Dispose(disposing);
    }

    public Task<Observation> ObserveAsync(string plugin, string arguments, ActionPlan plan) =>
        Host.ObserveAsync(plugin, Call(arguments), plan, TestContext.Current.CancellationToken);

    private PluginCall Call(string arguments) => new(arguments, "INC-1", "A1", "tester", time.GetUtcNow());
}
