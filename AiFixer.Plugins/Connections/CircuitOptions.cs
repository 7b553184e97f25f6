namespace AiFixer.Plugins.Connections;

/// <summary>When a connection is taken for dead, and for how long.</summary>
public sealed class CircuitOptions
{
    /// <summary>Quick failures in a row that open it. A timeout, which costs its callers dearly, opens it at once.</summary>
    public int QuickFailures { get; set; } = 5;

    /// <summary>How long it stays open at first; doubled each time the backend is still dead.</summary>
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest it stays open.</summary>
    public TimeSpan OpenAtMost { get; set; } = TimeSpan.FromMinutes(1);

    internal IEnumerable<string> Problems(string key)
    {
        if (QuickFailures is < 1 or > 1000)
            yield return $"{key}:{nameof(QuickFailures)}: must be between 1 and 1000";
        if (OpenFor <= TimeSpan.Zero || OpenFor > TimeSpan.FromHours(1))
            yield return $"{key}:{nameof(OpenFor)}: must be more than 0 and at most 1 hour";
        if (OpenAtMost < OpenFor || OpenAtMost > TimeSpan.FromHours(1))
            yield return $"{key}:{nameof(OpenAtMost)}: must be at least {nameof(OpenFor)} and at most 1 hour";
    }
}
