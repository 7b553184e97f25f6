using AiFixer.Core;
using AiFixer.Core.Classes;
using AiFixer.Core.Exceptions;
using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Scheduling;
using AiFixer.Hosting.Notices;
using AiFixer.Hosting.Playbooks;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Engine.Healing;

/// <summary>The service with the shipped playbooks over real sockets; only its store and its clock are the test's.</summary>
internal sealed class HealingWorld : IAsyncDisposable
{
    private const int MostTurns = 10_000;
    private static readonly Person Anna = new("u3", "Anna", PersonRole.Approver);

    private readonly IOpenStore store;
    private readonly MortalJournal journal;
    private readonly ServiceProvider services;
    private readonly LocalHost host;
    private readonly WorkQueue queue;
    private readonly ExceptionMapper mapper = new(new());
    private readonly FixedPlaybooks playbooks;

    private HealingWorld(IOpenStore store, ManualTime time, IPluginHost plugins, Uri? notices, IReadOnlyList<Playbook> more)
    {
        (this.store, Time) = (store, time);
        journal = new(store.Journal, new());
        playbooks = new(Shipped(more));
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IJournal>(journal)
            .AddSingleton(store.Lease)
            .AddSingleton(store.Queries)
            .AddSingleton(plugins)
            .AddSingleton<IPlaybooks>(playbooks)
            .AddSingleton<INotices>(new WebhookNotices(new() { Url = notices }, TimeProvider.System))
            .AddSingleton<IHostApplicationLifetime, QuietLifetime>()
            .AddLocalEngine(EngineSettings.Options, EngineSettings.Review with { GrantLifetime = TimeSpan.FromMinutes(30) })
            .BuildServiceProvider();
        host = services.GetRequiredService<LocalHost>();
        queue = services.GetRequiredService<WorkQueue>();
    }

    public ManualTime Time { get; }

    public static async Task<HealingWorld> StartAsync(ManualTime time, IPluginHost plugins, Uri? notices = null, params IReadOnlyList<Playbook> more)
    {
        var world = new HealingWorld(await new MemoryStore(time).OpenAsync(), time, plugins, notices, more);
        await world.host.StartAsync(CancellationToken.None);
        return world;
    }

    /// <summary>A job reports an exception.</summary>
    public async Task<IncidentId> ReportAsync(string task, string message, string severity)
    {
        var alert = mapper.Map(new(task, null, message, "Traceback (most recent call last): …", severity, null), playbooks.Current.Rules, null, Time.GetUtcNow());
        var receipt = (await host.ReportAsync([alert], CancellationToken.None)).ShouldHaveSingleItem();
        return receipt.Incident!.Value;
    }

    /// <summary>Time passes, and a person approves whatever is asked, until the incident is as wanted.</summary>
    public async Task<Incident> PlayAsync(IncidentId id, Func<Incident, bool> wanted)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            await Until.TrueAsync(() => queue.Count == 0, "there is nothing left to do");
            var state = await LoadAsync(id);
            if (wanted(state))
                return state;
            if (state.OpenCard() is { } card)
                await host.TellAsync(id, new PersonInput.Approve(Anna, card.Id), CancellationToken.None);
            else
                await TurnAsync();
        }

        throw new TimeoutException($"It never got there: {(await LoadAsync(id)).Status}");
    }

    /// <summary>A person says that it is fixed.</summary>
    public async Task CloseAsync(IncidentId id)
    {
        await host.TellAsync(id, new PersonInput.Resolve(Anna, "done by hand"), CancellationToken.None);
        (await LoadAsync(id)).Status.ShouldBe(IncidentStatus.Resolved);
    }

    public async Task<Incident> LoadAsync(IncidentId id) =>
        await StoredState.ReadAsync(store.Journal, (await store.Journal.LoadAsync(id, CancellationToken.None))!, CancellationToken.None);

    /// <summary>A little time passes.</summary>
    public async Task TurnAsync()
    {
        var before = journal.Scans;
        Time.Advance(EngineSettings.Turn);
        await Until.TrueAsync(() => journal.Scans > before, "the host asks what is due");
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private static PlaybookSet Shipped(IReadOnlyList<Playbook> more)
    {
        var files = new PlaybookFiles(PlaybookFiles.Default);
        return new(
            PlaybookText.ReadClasses(files.Classes()!, []) ?? ErrorClassRules.None,
            [.. files.Playbooks().Select(file => PlaybookText.Read(file.Id, file.Text, [])!), .. more]);
    }

    private sealed class FixedPlaybooks(PlaybookSet set) : IPlaybooks
    {
        public PlaybookSet Current => set;
    }
}
