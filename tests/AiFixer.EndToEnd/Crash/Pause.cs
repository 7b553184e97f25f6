using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

/// <summary>SIGSTOP for longer than the lease: another process takes over, then the first wakes up and must do no harm.</summary>
internal sealed class Pause(Fleet fleet, Ledger ledger)
{
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(15);

    /// <summary>False when nobody could take over, because the stopped one held a lock of the database.</summary>
    public async Task<bool> RunAsync(TimeSpan together, CancellationToken cancellation)
    {
        await fleet.ReadyAsync();
        var stopped = fleet.Current;
        stopped.Process.Send(Signal.Stop);
        var next = fleet.StartNext();
        if (!await IsReadyAsync(next))
        {
            stopped.Process.Send(Signal.Continue);
            await fleet.ReturnToAsync(stopped);
            return false;
        }

        await Tick.AfterAsync(together, cancellation);
        stopped.Process.Send(Signal.Continue);
        await EndsAsync(stopped);
        return true;
    }

    private static async Task<bool> IsReadyAsync(GatewayProcess next)
    {
        try
        {
            await next.ReadyAsync(TakeOver);
            return true;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task EndsAsync(GatewayProcess stopped)
    {
        try
        {
            await stopped.Process.ExitedAsync(TakeOver);
        }
        catch (TimeoutException late)
        {
            ledger.Violated($"a process that lost its lease went on: {late.Message}");
        }
        finally
        {
            await stopped.DisposeAsync();
        }
    }
}
