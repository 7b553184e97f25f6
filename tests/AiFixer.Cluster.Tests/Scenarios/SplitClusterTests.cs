using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Scenarios;

/// <summary>Two activations of every incident: versions, claims and leases see to it that one acts.</summary>
public sealed class SplitClusterTests
{
    public static TheoryData<string> Names => AllScenarios.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task With_two_activations_of_each_incident_one_acts(string scenario)
    {
        var outcome = await Stage.PlayAsync(
            AllScenarios.Named(scenario), time => new MemoryStore(time, isShared: true), parts => new SplitCluster(parts));

        outcome.Broken.ShouldBeEmpty();
    }
}
