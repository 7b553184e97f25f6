using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Core.Incidents;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Scenarios;

public sealed class PoisonTests
{
    [Fact]
    public async Task An_incident_whose_work_always_throws_ends_with_a_person_and_its_silo_stays()
    {
        var time = new ManualTime();
        await using var store = new MemoryStore(time, isShared: true);
        var drama = new Drama(store, time, EngineSettings.Auto, EngineSettings.Options, new())
        {
            Host = parts => new TestCluster(parts),
            Analyst = inner => new BrokenAnalyst(inner, "poisoned", () => new InvalidOperationException("poison")),
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
