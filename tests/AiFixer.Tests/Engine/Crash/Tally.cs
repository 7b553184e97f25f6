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
    private int boundaries;
    private int runs;

    public IReadOnlyCollection<string> Broken => broken;

    public static Task ForEachAsync(Func<Scenario, Task> kill) => Parallel.ForEachAsync(
        AllScenarios.List,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (scenario, _) => await kill(scenario));

    public void CountBoundary() => Interlocked.Increment(ref boundaries);

    /// <summary>False when the scenario has fewer boundaries and nobody died.</summary>
    public async Task<bool> KillAsync(Scenario scenario, Func<ManualTime, IStore> makeStore, params int[] deaths)
    {
        Interlocked.Increment(ref runs);
        var outcome = await PlayAsync(scenario, makeStore, deaths);
        if (outcome is null)
            return deaths[0] < MostBoundaries;
        var died = string.Join(" and ", outcome.Drama.Lives.Where(life => life.IsOver).Select(life => life.DiedAt));
        foreach (var what in outcome.Broken)
            broken.Enqueue($"{scenario}, died {died} ({string.Join(", ", deaths)}): {what}");
        return outcome.Drama.Lives[0].IsOver;
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

    public override string ToString() => $"{name}: {boundaries} boundaries, {runs} runs, {broken.Count} broken";
}
