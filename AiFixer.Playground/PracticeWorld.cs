using AiFixer.Playground.Access;
using AiFixer.Playground.Api;
using AiFixer.Playground.Control;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Faults;
using AiFixer.Playground.Observability;
using AiFixer.Playground.Printing;
using AiFixer.Playground.Recording;
using AiFixer.Playground.Seeding;
using AiFixer.Playground.Store;

namespace AiFixer.Playground;

/// <summary>A small Kubernetes cluster to practise on: real API, working controllers, faults on demand, and a record of every write.</summary>
public sealed class PracticeWorld : IAsyncDisposable
{
    private readonly PracticeWorldOptions options;
    private readonly ControlPlane plane;
    private readonly ChangeLog log = new();
    private readonly WorldRecord record = new();
    private readonly ApiFaults apiFaults = new();
    private readonly ForbiddenVerbs forbidden = new();
    private readonly AccountTokens tokens;
    private readonly ListPages pages;
    private readonly LiveTelemetry telemetry;
    private readonly Seeder seeder;
    private readonly CancellationTokenSource stopping = new();
    private ApiHost? host;
    private Task ticking = Task.CompletedTask;

    private PracticeWorld(PracticeWorldOptions options)
    {
        this.options = options;
        plane = new(options);
        pages = new(plane.Clock, plane.Ids);
        telemetry = new(plane);
        seeder = new(plane);
        tokens = new(plane.Store);
        Faults = new(new(plane, seeder), Inside);
        plane.Store.Changed += log.Add;
    }

    /// <summary>Where the API listens, for instance <c>http://127.0.0.1:43117</c>.</summary>
    public Uri Url => host!.Url;

    /// <summary>Where its monitoring listens.</summary>
    public WorldAddresses Addresses => new(Url);

    /// <summary>What can be wrong here.</summary>
    public WorldFaults Faults { get; }

    /// <summary>Every mutating request so far, in the order in which they took effect.</summary>
    public IReadOnlyList<RecordEntry> Record => Inside(record.Snapshot);

    /// <summary>When something is due next; a test may move its clock there.</summary>
    public DateTimeOffset? NextDue => Inside(() => plane.Agenda.NextDue);

    /// <summary>Starts a world; it runs until it is disposed.</summary>
    public static async Task<PracticeWorld> StartAsync(PracticeWorldOptions? options = null, CancellationToken cancellationToken = default)
    {
        var world = new PracticeWorld(options ?? new());
        world.Inside(() => world.seeder.Cluster(world.options.NodeCount, world.options.SeedDeployments));
        world.host = await ApiHost.StartAsync(
            world.options.Port, new TelemetryHost(world.telemetry, world.Handler().HandleAsync).HandleAsync, new ControlEndpoint(world).HandleAsync, cancellationToken);
        world.ticking = world.TickAsync();
        return world;
    }

    /// <summary>A kubeconfig that leads here.</summary>
    public string Kubeconfig() => KubeconfigText.For(Url, options.BearerToken);

    /// <summary>Writes <see cref="Kubeconfig"/> to a file.</summary>
    public void WriteKubeconfig(string path) => File.WriteAllText(path, Kubeconfig());

    /// <summary>Does everything that is due by now. Every call and every request does this first by itself.</summary>
    public void Tick() => Inside(() => { });

    /// <summary>How every deployment is doing.</summary>
    public IReadOnlyList<DeploymentHealth> State() => Inside(() => HealthReader.All(plane));

    /// <summary>How one deployment is doing; null when there is none.</summary>
    public DeploymentHealth? Health(string ns, string deployment) => Inside(() => HealthReader.One(plane, ns, deployment));

    /// <summary>Waits until a deployment is as wanted; needs a clock that moves.</summary>
    public async Task<DeploymentHealth> WhenAsync(string ns, string deployment, Func<DeploymentHealth, bool> wanted, CancellationToken cancellationToken)
    {
        var changes = new Subscription(Resources.Pods, ns, _ => true);
        var rollouts = new Subscription(Resources.Deployments, ns, _ => true);
        using var both = new WaitForEither(plane, log, changes, rollouts);
        while (true)
        {
            if (Health(ns, deployment) is { } health && wanted(health))
                return health;
            await both.NextAsync(cancellationToken);
        }
    }

    /// <summary>Adds a deployment with two healthy revisions, ready at once; one that exists is left alone.</summary>
    public void AddDeployment(string ns, string name, int replicas = 3) => Inside(() => seeder.Deployment(ns, name, replicas));

    /// <summary>Releases a new revision that crash-loops for want of a setting. False when there is no such deployment.</summary>
    public bool BreakRollout(string ns, string deployment) => Faults.MissingSetting(ns, deployment);

    /// <summary>Sends traffic; above capacity pods fail their readiness probes. False when there is no such deployment.</summary>
    public bool SetTraffic(string ns, string deployment, double requestsPerSecond, double? capacityPerPod = null) =>
        Faults.Traffic(ns, deployment, requestsPerSecond, capacityPerPod);

    /// <summary>Breaks what the deployment depends on: pods of every revision crash, so no rollback helps.</summary>
    public bool FixDoesNotHelp(string ns, string deployment) => Faults.BreakDependency(ns, deployment);

    /// <summary>Takes every fault of the deployment away.</summary>
    public bool Heal(string ns, string deployment) => Faults.Heal(ns, deployment);

    /// <summary>
    /// From now on a verb on a resource is refused with 403, and an access review says so; named as in <c>kubectl auth can-i</c>:
    /// <c>pods</c>, <c>pods/eviction</c>, <c>deployments.apps</c>, or <c>*</c>.
    /// </summary>
    public void Forbid(string verb, string resource) => Inside(() => forbidden.Add(verb, resource));

    /// <summary>Ends what <see cref="Forbid"/> began.</summary>
    public void AllowAll() => Inside(forbidden.Clear);

    /// <summary>A token of a service account: whoever brings it is held to the roles that are bound to it. Null when there is no such account.</summary>
    public string? AccountToken(string ns, string account) => Inside(() =>
        plane.Store.Find(Resources.ServiceAccounts, ns, account) is { } found ? tokens.Give(found, DateTimeOffset.MaxValue) : null);

    /// <summary>The next writes are applied, but the connection is cut before their answer.</summary>
    public void DropNextAnswers(int count = 1) => apiFaults.DropAnswers(count);

    /// <summary>The connection of the next writes is cut before they are applied.</summary>
    public void DropNextRequests(int count = 1) => apiFaults.DropRequests(count);

    /// <summary>Every request of the Kubernetes API waits this long.</summary>
    public void SetDelay(TimeSpan delay) => apiFaults.Delay = delay;

    /// <summary>Takes the Kubernetes API down or brings it back.</summary>
    public void SetOutage(ApiOutage outage) => apiFaults.Outage = outage;

    /// <summary>Ends delay, outage and pending drops.</summary>
    public void ClearApiFaults() => apiFaults.Clear();

    /// <summary>Makes every continue token and every watch version that is known so far too old (410).</summary>
    public void ExpireTokens() => Inside(() =>
    {
        pages.ExpireAll();
        log.ForgetAll();
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await ticking;
        if (host is not null)
            await host.DisposeAsync();
        stopping.Dispose();
    }

    /// <summary>Reads or changes the cluster itself, with everything that is due done before.</summary>
    internal T Inside<T>(Func<ControlPlane, T> work) => Inside(() => work(plane));

    private ApiHandler Handler()
    {
        var printer = new TablePrinter(plane.Clock);
        var writer = new ObjectWriter(plane);
        var roles = new RoleRules(plane.Store);
        var (callers, gate) = (new CallerReader(plane, tokens, roles), new Gatekeeper(roles, forbidden));
        var dispatcher = new Dispatcher(
            new(plane, pages, printer), new(plane, writer), new(plane, writer), new(plane, writer), new(plane), new(plane), new(plane),
            new(gate), new(plane, tokens), callers, gate);
        return new(plane, dispatcher, new(plane, log, printer, options.Time), callers, tokens, gate, apiFaults, record, options);
    }

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(options.ControllerTick, options.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                Tick();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The world stops.
        }
    }

    private void Inside(Action work) => Inside(() =>
    {
        work();
        return true;
    });

    private T Inside<T>(Func<T> work)
    {
        lock (plane.Gate)
        {
            plane.CatchUp();
            telemetry.Sample();
            var result = work();
            plane.Drain();
            return result;
        }
    }
}
