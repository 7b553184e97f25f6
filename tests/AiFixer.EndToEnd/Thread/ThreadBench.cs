using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.Playground.Recording;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Thread;

/// <summary>A practice world, Debian's Alertmanager and the service between them.</summary>
internal sealed class ThreadBench : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private AlertmanagerServer? alertmanager;
    private GatewayProcess? gateway;
    private PracticeWorld? world;
    private GatewaySettings? start;

    public PracticeWorld World => world!;

    public GatewayProcess Gateway => gateway!;

    public AlertmanagerServer Alertmanager => alertmanager!;

    public IncidentApi Api => Gateway.Api;

    /// <summary>Writes that really changed something in the world.</summary>
    public IReadOnlyList<RecordEntry> Changes => [.. World.Record.Where(entry => entry.Changed && !entry.DryRun)];

    public static async Task<ThreadBench> StartAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var bench = new ThreadBench();
        try
        {
            await bench.OpenAsync(settings);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Releases a revision that crashes, and waits until it does.</summary>
    public async Task BreakRolloutAsync(string ns, string deployment)
    {
        World.BreakRollout(ns, deployment).ShouldBeTrue();
        await Eventually.TrueAsync(() => World.Health(ns, deployment) is { Restarts: >= 2 }, "the new revision crash-loops");
    }

    /// <summary>Sends more traffic than the deployment can serve, and waits until its pods say so.</summary>
    public async Task OverloadAsync(string ns, string deployment, double requestsPerSecond)
    {
        World.SetTraffic(ns, deployment, requestsPerSecond).ShouldBeTrue();
        await Eventually.TrueAsync(() => World.Health(ns, deployment) is { Healthy: false }, "there is too much to do");
    }

    /// <summary>Lets Alertmanager tell the service, and waits for the incident.</summary>
    public async Task<string> FireAsync(string ns, string deployment)
    {
        await Alertmanager.PostAlertAsync(AlertBody.Labels(ns, deployment), new Dictionary<string, string>
        {
            ["summary"] = $"{ns}/{deployment} has too few ready pods",
            ["description"] = "Less than the wanted number of pods has been ready for a minute.",
        });
        var line = await Eventually.ValueAsync(
            async () => (await Api.AllAsync()).SingleOrDefault(line => line.Target.Contains(deployment, StringComparison.Ordinal)),
            $"Alertmanager's alert about {deployment} is an incident");
        return line.Id;
    }

    /// <summary>Breaks a rollout, lets Alertmanager tell and waits for the first question.</summary>
    public async Task<string> BadRolloutAsync(string ns = "shop", string deployment = "checkout")
    {
        await BreakRolloutAsync(ns, deployment);
        var id = await FireAsync(ns, deployment);
        var asked = await Api.WhenAsync(id, incident => incident.OpenCard is not null || incident.IsSettled, "the diagnosis is there");
        asked.Diagnosis!.Category.ShouldBe("configuration_error");
        return id;
    }

    /// <summary>Ends the service, hard, and starts it again where it was.</summary>
    public async Task RestartAsync()
    {
        await Gateway.KillAsync();
        var port = Gateway.Address.Port;
        await Gateway.DisposeAsync();
        gateway = await GatewayProcess.StartReadyAsync(start!, port);
    }

    public async ValueTask DisposeAsync()
    {
        if (alertmanager is not null)
            await alertmanager.DisposeAsync();
        if (gateway is not null)
            await gateway.DisposeAsync();
        if (world is not null)
            await world.DisposeAsync();
        folder.Dispose();
    }

    private async Task OpenAsync(IReadOnlyList<(string Key, string Value)> settings)
    {
        world = await PracticeWorld.StartAsync();
        start = settings.Aggregate(
            new GatewaySettings { DataFolder = folder.Path, Cluster = world.Url },
            (all, one) => all.With(one.Key, one.Value));
        gateway = await GatewayProcess.StartReadyAsync(start);
        alertmanager = await AlertmanagerServer.StartNewAsync(new(gateway.Webhook));
    }
}
