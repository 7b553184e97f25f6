using AiFixer.Playground;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Seeded moments at which a process is stopped.</summary>
internal sealed class Moments(Random random, Fleet fleet, Ledger ledger, PracticeWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task NextAsync(CancellationToken cancellation)
    {
        var wait = TimeSpan.FromMilliseconds(random.Next(1500));
        switch (random.Next(8))
        {
            case 0:
                // It may die before it takes anything.
                await Tick.AfterAsync(wait, cancellation);
                break;
            case 1:
                await fleet.ReadyAsync();
                await RightAfterAsync(() => ledger.Alerts.Count, cancellation);
                break;
            case 2:
                await fleet.ReadyAsync();
                await RightAfterAsync(() => ledger.Clicks.Count, cancellation);
                break;
            case 3 or 4:
                await fleet.ReadyAsync();
                await RightAfterAsync(Writes, cancellation);
                break;
            case 5:
                await fleet.ReadyAsync();
                world.DropNextAnswers();
                await RightAfterAsync(Writes, cancellation);
                break;
            default:
                await fleet.ReadyAsync();
                await Tick.AfterAsync(wait, cancellation);
                break;
        }
    }

    private static Task RightAfterAsync(Func<int> count, CancellationToken cancellation)
    {
        var before = count();
        return Tick.WhenAsync(() => count() > before, Patience, cancellation);
    }

    private int Writes() => world.Record.Count(entry => !entry.DryRun);
}
