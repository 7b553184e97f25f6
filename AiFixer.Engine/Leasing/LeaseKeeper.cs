using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Leasing;

/// <summary>Takes the database's lease at the start, renews it, and tells when it is lost for good.</summary>
internal sealed partial class LeaseKeeper(ILease lease, EngineOptions options, TimeProvider time, ILogger<LeaseKeeper> logger) : ILeaseView
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);
    private readonly Lock gate = new();
    private volatile Hold hold = new("", long.MinValue);
    private bool released;

    /// <summary>Another process has the database now.</summary>
    public event Action? Lost;

    /// <summary>Our lease had run out and another of ours has begun: in between the store may have been another's.</summary>
    public event Action? Anew;

    public string Id => hold.Id;

    public TimeSpan ValidFor
    {
        get
        {
            var until = hold.Until;
            return until == long.MinValue ? TimeSpan.Zero : time.GetElapsedTime(time.GetTimestamp(), until);
        }
    }

    /// <summary>Waits for the lease of a process that may be dead; a living one renews it, and then this gives up.</summary>
    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        var giveUp = time.GetUtcNow() + options.LeasePatience;
        Exception? told = null;
        while (await NotYetAsync(cancellationToken) is { } reason)
        {
            if (time.GetUtcNow() >= giveUp)
                throw reason;
            if (told?.GetType() != reason.GetType())
                Waiting(reason.Message);
            told = reason;
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
        lock (gate)
        {
            released = true;
            hold = hold with { Until = long.MinValue };
        }

        await lease.ReleaseAsync(cancellationToken);
    }

    /// <returns>Why the lease is not ours yet; null when it is.</returns>
    private async Task<Exception?> NotYetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await lease.AcquireAsync(cancellationToken);
            Note(state);
            return state.Held ? null : new LeaseHeldException(state.Holder, state.Until);
        }
        catch (JournalUnavailableException e)
        {
            return new JournalUnavailableException(
                $"The database does not answer ({e.Message}). Another process may have it locked: stop that one first.", e);
        }
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
        lock (gate)
        {
            // A renewal that was on its way when the lease was given back is worth nothing.
            if (!released)
                Take(state);
        }
    }

    private void Take(LeaseState state)
    {
        var until = state.Held
            ? time.GetTimestamp() + (long)(state.ValidFor.TotalSeconds * time.TimestampFrequency)
            : long.MinValue;
        if (state.Held && hold is { Until: not long.MinValue, Id: var before } && before != lease.Id)
            IsAnew();
        hold = new(lease.Id, until);
    }

    private void IsAnew()
    {
        BegunAnew();
        Anew?.Invoke();
    }

    [LoggerMessage(LogLevel.Warning, "The database is not ours yet; waiting, in case its holder is dead. {Reason}")]
    private partial void Waiting(string reason);

    [LoggerMessage(LogLevel.Warning, "Our lease had run out; another has begun. What was being sent under the old one is looked up")]
    private partial void BegunAnew();

    [LoggerMessage(LogLevel.Critical, "The database's lease was lost to {Holder}; this process stops")]
    private partial void IsLost(string holder);

    [LoggerMessage(LogLevel.Warning, "The lease could not be renewed; nothing is changed in the world without it: {Reason}")]
    private partial void NotRenewed(string reason);

    private sealed record Hold(string Id, long Until);
}
