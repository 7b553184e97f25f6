using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Leasing;

/// <summary>Takes the database's lease at the start, renews it, and tells when it is lost for good.</summary>
internal sealed partial class LeaseKeeper(ILease lease, EngineOptions options, TimeProvider time, ILogger<LeaseKeeper> logger) : ILeaseView
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private long validUntil = long.MinValue;

    /// <summary>Another process has the database now.</summary>
    public event Action? Lost;

    public TimeSpan ValidFor
    {
        get
        {
            var until = Interlocked.Read(ref validUntil);
            return until == long.MinValue ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), until);
        }
    }

    /// <summary>Waits for the lease of a process that may be dead; a living one renews it, and then this gives up.</summary>
    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        var giveUp = time.GetUtcNow() + options.LeasePatience;
        var told = false;
        while (true)
        {
            var state = await lease.AcquireAsync(cancellationToken);
            Note(state);
            if (state.Held)
                return;
            if (time.GetUtcNow() >= giveUp)
                throw new LeaseHeldException(state.Holder, state.Until);
            if (!told)
                Waiting(state.Holder, state.Until);
            told = true;
            await Task.Delay(BetweenTries, time, cancellationToken);
        }
    }

    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.LeaseRenewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!await RenewOnceAsync(cancellationToken))
                    return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        Interlocked.Exchange(ref validUntil, long.MinValue);
        await lease.ReleaseAsync(cancellationToken);
    }

    private async Task<bool> RenewOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await lease.AcquireAsync(cancellationToken);
            Note(state);
            if (state.Held)
                return true;
            IsLost(state.Holder);
            Lost?.Invoke();
            return false;
        }
        catch (JournalUnavailableException e)
        {
            NotRenewed(e.Message);
            return true;
        }
    }

    private void Note(LeaseState state)
    {
        var until = state.Held
            ? time.GetTimestamp() + (long)(state.ValidFor.TotalSeconds * time.TimestampFrequency)
            : long.MinValue;
        Interlocked.Exchange(ref validUntil, until);
    }

    [LoggerMessage(LogLevel.Warning, "The database is held by {Holder} until {Until:u}; waiting, in case that process is dead")]
    private partial void Waiting(string holder, DateTimeOffset until);

    [LoggerMessage(LogLevel.Critical, "The database's lease was lost to {Holder}; this process stops")]
    private partial void IsLost(string holder);

    [LoggerMessage(LogLevel.Warning, "The lease could not be renewed; nothing is changed in the world without it: {Reason}")]
    private partial void NotRenewed(string reason);
}
