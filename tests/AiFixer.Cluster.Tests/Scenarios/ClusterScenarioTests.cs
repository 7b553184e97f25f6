using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Scenarios;

/// <summary>The scenarios of the local host, on three silos.</summary>
public sealed class ClusterScenarioTests
{
    public static TheoryData<string> Names => AllScenarios.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_keeps_every_promise_and_ends_as_it_does_on_the_local_host(string scenario)
    {
        var outcome = await Stage.PlayAsync(
            AllScenarios.Named(scenario), time => new MemoryStore(time, isShared: true), parts => new TestCluster(parts));

        outcome.Broken.ShouldBeEmpty();
    }
}
