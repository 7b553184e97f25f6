using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Scenarios;

/// <summary>Plays one scenario from an empty store to the end and says what is broken.</summary>
internal static class Stage
{
    public static Task<Outcome> PlayAsync(Scenario scenario, Func<ManualTime, IStore> makeStore, params int[] deaths) =>
        PlayAsync(scenario, makeStore, null, deaths);

    /// <param name="host">Which host it is played on; null for the local one.</param>
    public static async Task<Outcome> PlayAsync(
        Scenario scenario, Func<ManualTime, IStore> makeStore, Func<HostParts, IRunningHost>? host, params int[] deaths)
    {
        var time = new ManualTime(TimeProvider.System.GetUtcNow());
        await using var store = makeStore(time);
        var drama = host is null
            ? new Drama(store, time, scenario.Rules, EngineSettings.Options, new(deaths))
            : new Drama(store, time, scenario.Rules, EngineSettings.Options, new(deaths)) { Host = host };
        scenario.World(drama.Ledger);
        await scenario.Play(drama);
        await drama.SettleAsync();
        var broken = new List<string>(await Promises.BrokenAsync(drama));
        broken.AddRange(WrongEnd(scenario, await drama.ListAsync(), drama.Lives.Count(life => life.IsOver)));
        await drama.StopAsync();
        await drama.EndAsync();
        broken.AddRange(await store.AuditAsync());
        return new(drama, broken);
    }

    private static IEnumerable<string> WrongEnd(
        Scenario scenario, IReadOnlyList<IncidentListItem> newestFirst, int crashes)
    {
        var ends = newestFirst.Reverse().Select(item => item.Row.Status).ToList();
        if (ends.Count != scenario.Ends.Length)
            yield return $"{ends.Count} incidents instead of {scenario.Ends.Length}";
        foreach (var (end, expected) in ends.Zip(scenario.Ends))
        {
            var other = crashes > 0 && scenario.EndsAfterCrash.Contains(end);
            var gaveUp = crashes > 1 && end == IncidentStatus.Escalated;
            if (end != expected && !other && !gaveUp)
                yield return $"ended {end}, not {expected}";
        }
    }
}
