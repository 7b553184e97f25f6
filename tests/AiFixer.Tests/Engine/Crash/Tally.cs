using System.Collections.Concurrent;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>Kills processes and counts what came of it.</summary>
internal sealed class Tally(string name)
{
    private const int AtOnce = 3;
    private const int MostBoundaries = 300;
    private readonly ConcurrentQueue<string> broken = new();
    private readonly ConcurrentDictionary<string, int> boundaries = new();
    private readonly ConcurrentQueue<(int Process, string Boundary)> deaths = new();
    private int runs;

    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>How many boundaries were died at, by scenario.</summary>
    public IReadOnlyDictionary<string, int> Boundaries => boundaries;

    /// <summary>Where the processes of one rank died: the first of each run, or those that recovered.</summary>
    public IReadOnlyList<string> DeathsOf(int process) => [.. deaths.Where(death => death.Process == process).Select(death => death.Boundary)];

    public static Task ForEachAsync(Func<Scenario, Task> kill) => Parallel.ForEachAsync(
        AllScenarios.List,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (scenario, _) => await kill(scenario));

    public void CountBoundary(Scenario scenario) => boundaries.AddOrUpdate(scenario.Name, 1, (_, before) => before + 1);

    /// <summary>False when the scenario has fewer boundaries and nobody died.</summary>
    public async Task<bool> KillAsync(Scenario scenario, Func<ManualTime, IStore> makeStore, params int[] deaths)
    {
        Interlocked.Increment(ref runs);
        var outcome = await PlayAsync(scenario, makeStore, deaths);
        if (outcome is null)
            return deaths[0] < MostBoundaries;
        var died = string.Join(" and ", Count(outcome.Drama.Lives));
        foreach (var what in outcome.Broken)
            broken.Enqueue($"{scenario}, died {died} ({string.Join(", ", deaths)}): {what}");
        return outcome.Drama.Lives[0].IsOver;
    }

    private List<string> Count(IReadOnlyList<Life> lives)
    {
        var died = lives.Index().Where(life => life.Item.IsOver).ToList();
        died.ForEach(life => deaths.Enqueue((life.Index, life.Item.DiedAt)));
        return [.. died.Select(life => life.Item.DiedAt)];
    }

    /// <summary>Null when it did not come to its end.</summary>
    private async Task<Outcome?> PlayAsync(Scenario scenario, Func<ManualTime, IStore> makeStore, int[] deaths)
    {
        try
        {
            return await Stage.PlayAsync(scenario, makeStore, deaths);
        }
        catch (Exception e)
        {
            broken.Enqueue($"{scenario}, died ({string.Join(", ", deaths)}): {e.GetType().Name}: {e.Message}");
            return null;
        }
    }

    public override string ToString() => $"{name}: {boundaries.Values.Sum()} boundaries, {runs} runs, {broken.Count} broken";
}
