using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Scenarios;

public sealed class PoisonTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly MemoryStore store;

    public PoisonTests() => store = new(time, isShared: true);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public Task An_incident_whose_work_always_throws_ends_with_a_person_and_its_silo_stays() =>
        PoisonAsync(store, inner => new BrokenAnalyst(inner, "poisoned", () => new InvalidOperationException("poison")));

    [Fact]
    public Task One_whose_results_cannot_be_taken_does_too() => PoisonAsync(new PickyStore(store, "poisoned", happened => happened is Diagnosed), analyst => analyst);

    private async Task PoisonAsync(IStore place, Func<IAnalyst, IAnalyst> analyst)
    {
        var drama = new Drama(place, time, EngineSettings.Auto, EngineSettings.Options, new())
        {
            Host = parts => new TestCluster(parts),
            Analyst = analyst,
        };

        var poisoned = await drama.FireAsync("poisoned");
        var other = await drama.FireAsync("other");
        await drama.UntilEndAsync(other);
        await drama.UntilEndAsync(poisoned);

        (await drama.StateAsync(other)).Status.ShouldBe(IncidentStatus.Resolved);
        (await drama.StateAsync(poisoned)).Escalation!.Reason.ShouldContain("poison");
        drama.Lives.ShouldNotContain(life => life.IsOver);
        await drama.StopAsync();
    }
}
