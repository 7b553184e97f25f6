using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

/// <summary>The processes that take turns at one database.</summary>
internal sealed class Fleet(GatewaySettings settings) : IReachable, IAsyncDisposable
{
    private const int MostFailedStarts = 3;
    private const int EndedBySignal = 128;

    private readonly int[] ports = [FreePort.Next(), FreePort.Next()];
    private int turn;

    /// <summary>The one that clients talk to; it may be dead or not yet born.</summary>
    public GatewayProcess Current { get; private set; } = null!;

    public IncidentApi Api => Current.Api;

    /// <summary>Starts that ended by themselves, such as when the lease was held for too long.</summary>
    public int FailedStarts { get; private set; }

    /// <summary>Processes that lived until kill -9.</summary>
    public int Kills { get; private set; }

    /// <summary>Starts the next process and makes it the one clients talk to; does not wait for anything.</summary>
    public GatewayProcess StartNext()
    {
        Current = GatewayProcess.Start(settings, ports[turn++ % ports.Length]);
        return Current;
    }

    /// <summary>The one that was to take over could not; the one before it goes on.</summary>
    public async Task ReturnToAsync(GatewayProcess before)
    {
        var failed = Current;
        Current = before;
        await failed.DisposeAsync();
    }

    /// <summary>Waits until the current process takes alerts, and replaces it if it ended by itself.</summary>
    public async Task ReadyAsync()
    {
        for (var failed = 0; ; failed++)
        {
            try
            {
                await Current.ReadyAsync();
                return;
            }
            catch (InvalidOperationException) when (failed < MostFailedStarts)
            {
                FailedStarts++;
                await Current.DisposeAsync();
                StartNext();
            }
        }
    }

    /// <summary>kill -9, and the next one at once.</summary>
    public async Task ReplaceAsync()
    {
        var killed = Current;
        await killed.KillAsync();
        if (killed.Process.ExitCode == EndedBySignal + (int)Signal.Kill)
            Kills++;
        StartNext();
        await killed.DisposeAsync();
    }

    /// <summary>SIGTERM; it must end by itself, and well.</summary>
    public async Task<int> ShutDownAsync()
    {
        Current.Process.Send(Signal.Terminate);
        return await Current.Process.ExitedAsync(TimeSpan.FromSeconds(10));
    }

    public async ValueTask DisposeAsync()
    {
        if (Current is not null)
            await Current.DisposeAsync();
    }
}
