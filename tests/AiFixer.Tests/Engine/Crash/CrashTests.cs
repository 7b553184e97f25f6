using AiFixer.Tests.Engine.Scenarios;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.Crash;

/// <summary>Every scenario, its process killed at every boundary in turn, and resumed to the end.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_process_may_die_at_any_boundary()
    {
        var tally = new Tally("crash");

        await Tally.ForEachAsync(async scenario =>
        {
            for (var boundary = 1; await tally.KillAsync(scenario, time => new SqliteStore(time), boundary); boundary++)
                tally.CountBoundary();
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
                tally.CountBoundary();
        });

        Tell(tally);
    }

    private void Tell(Tally tally)
    {
        output.WriteLine(tally.ToString());
        Console.WriteLine(tally);
        tally.Broken.ShouldBeEmpty();
    }
}
