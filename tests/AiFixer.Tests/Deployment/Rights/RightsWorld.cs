using System.Text.Json.Nodes;
using AiFixer.Plugins;
using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Deployment.Rights;

/// <summary>A practice world with the example overlay in it, and the plugins connected to it with AiFixer's own account.</summary>
internal sealed class RightsWorld : IAsyncDisposable
{
    public const string Account = "aifixer";
    private readonly ClusterBench bench;
    private readonly ManualTime time;
    private readonly PluginSetup plugins;

    private RightsWorld(ClusterBench bench, ManualTime time, IEnumerable<string> namespaces)
    {
        (this.bench, this.time) = (bench, time);
        var cluster = new KubernetesConnectionOptions { Server = bench.World.Url.ToString(), Token = bench.World.AccountToken(Account, Account) };
        foreach (var ns in namespaces)
            cluster.Namespaces.Add(ns);
        var options = new PluginsOptions { Kubernetes = { ["default"] = cluster } };
        options.Host.ReadRetryDelay = TimeSpan.Zero;
        plugins = PluginSetup.Create(options, time, NullLoggerFactory.Instance);
    }

    public ClusterBench Bench => bench;

    public PluginSetup Plugins => plugins;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="namespaces">Where the plugins are meant to change something.</param>
    public static async Task<RightsWorld> StartAsync(params IReadOnlyList<string> namespaces)
    {
        var time = new ManualTime(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var bench = await ClusterBench.StartAsync(time);
        await bench.ApplyAsync("example");
        return new(bench, time, namespaces);
    }

    /// <summary>Lets the controllers work.</summary>
    public void Pass(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += 0.5)
        {
            time.Advance(TimeSpan.FromSeconds(0.5));
            bench.World.Tick();
        }
    }

    /// <summary>Takes one right away.</summary>
    public async Task RevokeAsync(Right right)
    {
        var rules = Right.All.Where(kept => kept.Role == right.Role && kept != right).Select(kept => (JsonNode)new JsonObject
        {
            ["apiGroups"] = new JsonArray(kept.Group),
            ["resources"] = new JsonArray(kept.Resource),
            ["verbs"] = new JsonArray(kept.Verb),
        });
        await bench.PatchAsync($"/apis/rbac.authorization.k8s.io/v1/clusterroles/{right.Role}", new JsonObject { ["rules"] = new JsonArray([.. rules]) });
    }

    /// <summary>What a reading plugin has to say against it; empty when it answers.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string plugin, string arguments) =>
        (await plugins.Host.RunAsync(plugin, Call(arguments), Stop)).Error is { } error ? [error] : [];

    /// <summary>What stands against a remedy, from the dry run to the look at what became of it.</summary>
    public async Task<IReadOnlyList<string>> RemedyAsync(string plugin, string arguments)
    {
        var preview = await plugins.Host.PreviewAsync(plugin, Call(arguments), Stop);
        if (preview.Plan is not { } plan)
            return [preview.Error!];
        var sent = await plugins.Host.ExecuteAsync(plugin, Call(arguments), plan, Stop);
        Pass(2);
        var seen = await plugins.Host.ObserveAsync(plugin, Call(arguments), plan, Stop);
        var said = new List<string>();
        if (sent.Outcome != ExecuteOutcome.Done)
            said.Add(sent.Message);
        if (seen.Applied != ExecuteOutcome.Done || seen.Details.Contains("(403)", StringComparison.Ordinal))
            said.Add(seen.Details);
        return said;
    }

    public async Task<string> PodAsync(string selector) =>
        (await bench.GetAsync($"/api/v1/namespaces/shop/pods?labelSelector={Uri.EscapeDataString(selector)}"))["items"]![0]!["metadata"]!["name"]!.ToString();

    public async ValueTask DisposeAsync()
    {
        plugins.Dispose();
        await bench.DisposeAsync();
    }

    private PluginCall Call(string arguments) => new(arguments, "INC-1", "INC-1-A1", "tester", time.GetUtcNow());
}
