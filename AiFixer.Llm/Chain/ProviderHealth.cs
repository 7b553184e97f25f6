using AiFixer.Llm.Providers;

namespace AiFixer.Llm.Chain;

/// <summary>
/// Leaves a provider alone that fails, and one that asked to be. When the time is over one call goes out; if that fails too,
/// the next pause is longer.
/// </summary>
internal sealed class ProviderHealth(int failuresToOpen, TimeSpan openFor, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;
    private string why = "";
    private int failures;
    private int openings;

    /// <summary>Until when it is left alone, and why; null when it may be asked.</summary>
    public (DateTimeOffset Until, string Why)? Pause
    {
        get
        {
            lock (gate)
                return closedUntil > time.GetUtcNow() ? (closedUntil, why) : null;
        }
    }

    public void Succeeded()
    {
        lock (gate)
            (failures, openings, closedUntil) = (0, 0, DateTimeOffset.MinValue);
    }

    public void Failed(ProviderFault fault)
    {
        lock (gate)
        {
            if (fault.RetryAfter is { } delay && delay > TimeSpan.Zero)
                Close(delay, fault);
            else if (fault.Kind is FaultKind.QuotaSpent or FaultKind.Denied)
                Close(Longest, fault);
            else if (fault.Kind == FaultKind.RateLimited || (fault.IsTheProviders && ++failures >= failuresToOpen))
                Close(openFor * Math.Pow(2, Math.Min(openings++, 10)), fault);
        }
    }

    private void Close(TimeSpan length, ProviderFault fault)
    {
        var until = time.GetUtcNow() + (fault.RetryAfter is null && length > Longest ? Longest : length);
        if (until <= closedUntil)
            return;
        // One more failure after the pause is enough to close it again.
        failures = Math.Max(failures, failuresToOpen - 1);
        (closedUntil, why) = (until, fault.ToString());
    }
}
