using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Investigations;

public sealed class BudgetTests : IAsyncLifetime
{
    private static readonly WorkflowRules OneAnHour = EngineSettings.Auto with { Investigations = new() { PerHour = 1 } };

    private readonly ManualTime time = new(TimeProvider.System.GetUtcNow());
    private readonly MemoryStore store;
    private readonly Drama drama;

    public BudgetTests()
    {
        store = new(time);
        drama = new(store, time, OneAnHour, EngineSettings.Options, new());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await drama.StopAsync();
        await drama.EndAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Past_the_budget_of_its_source_an_incident_says_why_it_waits_and_is_investigated_when_there_is_room()
    {
        await drama.UntilEndAsync(await drama.FireAsync("a"));
        var second = await drama.FireAsync("b");
        await drama.SettleAsync();

        var held = await drama.StateAsync(second);
        held.HeldBack.ShouldNotBeNull().ShouldContain("test");
        held.Status.ShouldBe(IncidentStatus.Triaging);
        held.Task!.Due.ShouldBeGreaterThan(time.GetUtcNow());

        await drama.UntilEndAsync(second);
        (await drama.StateAsync(second)).Status.ShouldBe(IncidentStatus.Resolved);
    }

    [Fact]
    public async Task What_is_critical_is_never_held_back()
    {
        await drama.UntilEndAsync(await drama.FireAsync("a"));

        var critical = (await drama.ReportAsync(Alerts.Firing("b", time.GetUtcNow(), severity: Severity.P0))).Incident!.Value;
        await drama.UntilEndAsync(critical);

        var entries = await drama.Disk.Journal.EntriesAsync(critical, CancellationToken.None);
        entries.SelectMany(entry => IncidentJson.ReadEntry(entry.Entry).Events).ShouldNotContain(happened => happened is InvestigationHeldBack);
    }
}
