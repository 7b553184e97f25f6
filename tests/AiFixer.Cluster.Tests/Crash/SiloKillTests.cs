using System.Globalization;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Crash;

/// <summary>Silos killed at seeded moments, each moment in another scenario.</summary>
[Trait("Suite", "cluster-kills")]
public sealed class SiloKillTests(ITestOutputHelper output)
{
    private const int FirstSilos = 3;
    private const int LatestBoundary = 12;

    /// <summary>Which silo an incident comes to is chance: some runs kill none.</summary>
    private const int MostRunsForAKill = 20;

    private static int Kills => Number("AIFIXER_CLUSTER_KILLS", 2);

    private static int Seed => Number("AIFIXER_SEED", 1);

    [Fact]
    public async Task A_silo_may_die_at_any_moment()
    {
        var broken = new List<string>();
        var died = 0;
        var run = 0;
        for (; died < Kills && run < Kills * MostRunsForAKill; run++)
        {
            var dice = new Random(Seed + run);
            var scenario = AllScenarios.List[dice.Next(AllScenarios.List.Count)];
            var deaths = Enumerable.Range(0, FirstSilos).Select(_ => dice.Next(1, LatestBoundary)).ToArray();
            var outcome = await Stage.PlayAsync(
                scenario,
                time => new MemoryStore(time, isShared: true),
                parts => new TestCluster(parts, FirstSilos, number => new Life(number <= FirstSilos - 1 ? deaths[number - 1] : 0)));
            died += outcome.Drama.Lives.Count(life => life.IsOver);
            broken.AddRange(outcome.Broken.Select(what => $"seed {Seed + run}, {scenario}: {what}"));
        }

        output.WriteLine($"{run} runs, {died} silos killed, {broken.Count} broken");
        Console.WriteLine($"cluster: {run} runs, {died} silos killed, {broken.Count} broken");
        broken.ShouldBeEmpty();
        died.ShouldBeGreaterThanOrEqualTo(Kills);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
