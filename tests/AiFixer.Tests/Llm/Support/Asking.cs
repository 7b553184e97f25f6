using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Llm;
using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Llm.Support;

/// <summary>A whole analyst with scripted models behind HTTP, one server for each provider of its chain.</summary>
internal sealed class Asking : IAsyncDisposable
{
    private readonly List<ModelServer> servers;
    private readonly ModelPool pool;
    private readonly IAnalyst analyst;

    private Asking(List<ModelServer> servers, LlmOptions options)
    {
        this.servers = servers;
        pool = new(options, Time);
        analyst = pool.Before(Measured, Plugins, Time);
    }

    public ManualTime Time { get; } = new(Given.Start);

    public WorldPlugins Plugins { get; } = new();

    public Measured Measured { get; } = new();

    public ModelServer Server => servers[0];

    public IReadOnlyList<ModelServer> Servers => servers;

    public static Task<Asking> BeginAsync(params ModelStep[] steps) => BeginAsync(ProviderKind.OpenAi, static options => options, steps);

    public static Task<Asking> BeginAsync(ProviderKind kind, Func<LlmOptions, LlmOptions> change, params ModelStep[] steps) =>
        BeginAsync([(kind, steps)], change);

    public static async Task<Asking> BeginAsync((ProviderKind Kind, ModelStep[] Steps)[] chain, Func<LlmOptions, LlmOptions> change)
    {
        var servers = new List<ModelServer>();
        var options = new LlmOptions();
        foreach (var (kind, steps) in chain)
        {
            servers.Add(await ModelServer.StartAsync(new ModelSteps(steps), TestContext.Current.CancellationToken));
            var name = $"{kind.ToString().ToLowerInvariant()}{servers.Count}";
            options = options with { Providers = options.Providers.Add(Speakers.Options(kind, servers[^1].Url, name: name)) };
        }

        return new(servers, change(options));
    }

    public Task<AnalystAnswer> DiagnoseAsync(Incident? incident = null) =>
        analyst.DiagnoseAsync(incident ?? Story.Open().State, TestContext.Current.CancellationToken);

    /// <summary>What was said, as it is kept.</summary>
    public static string Transcript(AnalystAnswer answer) =>
        Encoding.UTF8.GetString(answer.Blobs.Single(blob => blob.Hash == answer.Diagnosis.Transcript).Bytes.Span);

    public static IEnumerable<string> Faults(AnalystAnswer answer) =>
        JsonNode.Parse(Transcript(answer))!["entries"]!.AsArray().Select(entry => (string?)entry!["fault"]).OfType<string>();

    public async ValueTask DisposeAsync()
    {
        pool.Dispose();
        foreach (var server in servers)
            await server.DisposeAsync();
    }
}
