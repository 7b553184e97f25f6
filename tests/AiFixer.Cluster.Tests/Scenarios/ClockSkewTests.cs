using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Scenarios;

/// <summary>
/// The scenarios on three silos of which one has its clock five minutes ahead and one five minutes behind. People get the
/// ten minutes more that silos may disagree about; the store's clock is right and decides about leases and claims.
/// </summary>
public sealed class ClockSkewTests
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Disagreement = 2 * Skew;

    public static TheoryData<string> Names => AllScenarios.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Clocks_that_disagree_break_no_promise(string scenario)
    {
        var outcome = await Stage.PlayAsync(
            Patient(AllScenarios.Named(scenario)), time => new MemoryStore(time, isShared: true), parts => new TestCluster(parts, skew: Of));

        outcome.Broken.ShouldBeEmpty();
    }

    private static TimeSpan Of(int silo) => (silo % 3) switch
    {
        1 => Skew,
        2 => -Skew,
        _ => TimeSpan.Zero,
    };

    private static Scenario Patient(Scenario scenario) => scenario with
    {
        Rules = scenario.Rules with
        {
            ApprovalTimeout = scenario.Rules.ApprovalTimeout + Disagreement,
            GrantLifetime = scenario.Rules.GrantLifetime + Disagreement,
            VerificationTimeout = scenario.Rules.VerificationTimeout + Disagreement,
        },
    };
}
