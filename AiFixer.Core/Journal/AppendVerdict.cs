namespace AiFixer.Core.Journal;

/// <summary>What became of one append. Anything but <see cref="Stored"/> left no trace.</summary>
public abstract record AppendVerdict
{
    private AppendVerdict()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Stored(long Version, string Digest) : AppendVerdict;

    /// <summary>It was decided on an old version: read again and decide again.</summary>
    public sealed record Stale : AppendVerdict;

    /// <summary>Somebody else holds a claim it needs.</summary>
    /// <param name="Until">Until when, by the database's clock.</param>
    /// <param name="HeldFor">How much longer that is, whatever the time is elsewhere.</param>
    public sealed record ClaimLost(string Key, IncidentId Holder, DateTimeOffset? Until, TimeSpan? HeldFor = null) : AppendVerdict;

    /// <summary>The queue is full: try again later.</summary>
    public sealed record Full : AppendVerdict;

    /// <summary>This process does not hold the database's lease any more.</summary>
    public sealed record LeaseLost : AppendVerdict;

    /// <summary>The store cannot take these bytes, now or ever.</summary>
    public sealed record Refused(string Reason) : AppendVerdict;
}
