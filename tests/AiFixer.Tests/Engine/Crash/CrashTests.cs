using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>Every scenario, its process killed at every boundary in turn, and resumed to the end.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>An incident that is opened and ends has been written down so often, each time with a before and an after.</summary>
    private const int FewestBoundaries = 8;

    /// <summary>A process that has little left to recover ends before its death.</summary>
    private const double FewestSecondDeaths = 0.5;

    /// <summary>Repeats are counted in one scenario alone, and only a few times.</summary>
    private static readonly string[] Boundaries =
    [
        "before count",
        .. from what in (string[])["append", "run", "preview", "execute", "observe"]
           from side in (string[])["before", "after"]
           select $"{side} {what}",
    ];

    [Fact]
    public async Task A_process_may_die_at_any_boundary()
    {
        var tally = new Tally("crash");

        await Tally.ForEachAsync(async scenario =>
        {
            for (var boundary = 1; await tally.KillAsync(scenario, time => new SqliteStore(time), boundary); boundary++)
                tally.CountBoundary(scenario);
        });

        Tell(tally);
    }

    /// <summary>The second process is killed as well: at an early boundary, where it recovers, each time another.</summary>
    [Fact]
    public async Task A_process_may_die_while_it_recovers()
    {
        var tally = new Tally("crash in recovery");

        await Tally.ForEachAsync(async scenario =>
        {
            for (var boundary = 1; await tally.KillAsync(scenario, time => new MemoryStore(time), boundary, 1 + (boundary * 7 % 10)); boundary++)
                tally.CountBoundary(scenario);
        });

        Tell(tally);
        Boundaries.Except(tally.DeathsOf(1)).ShouldBeEmpty("every kind of boundary ends a process that recovers");
        tally.DeathsOf(1).Count.ShouldBeGreaterThan((int)(tally.DeathsOf(0).Count * FewestSecondDeaths), "most second processes die too");
    }

    private void Tell(Tally tally)
    {
        output.WriteLine(tally.ToString());
        Console.WriteLine(tally);
        tally.Broken.ShouldBeEmpty();
        AllScenarios.List.Where(scenario => tally.Boundaries.GetValueOrDefault(scenario.Name) < FewestBoundaries)
            .ShouldBeEmpty($"every scenario has {FewestBoundaries} boundaries at least");
        Boundaries.Except(tally.DeathsOf(0)).ShouldBeEmpty("every kind of boundary ends a process");
    }
}
