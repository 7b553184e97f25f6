namespace AiFixer.Engine;

/// <summary>How the engine runs incidents.</summary>
public sealed record EngineOptions
{
    /// <summary>How long a delivery is remembered, so that the same one again opens nothing.</summary>
    public TimeSpan DedupWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long one is remembered to which its sender gave a name, an idempotency key, if that is longer.</summary>
    public TimeSpan NamedDeliveryWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// How long after a verified fix the sender may go on saying "firing" before that is taken for new trouble.
    /// </summary>
    public TimeSpan StillFiringGrace { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many incidents are worked on at the same time.</summary>
    public int Workers { get; init; } = 32;

    /// <summary>How many incidents may wait in memory for a worker; the rest wait in the store.</summary>
    public int QueueLength { get; init; } = 4096;

    /// <summary>How many incidents that are being worked on are kept in memory.</summary>
    public int CacheSize { get; init; } = 4096;

    /// <summary>How often the store is asked what is due.</summary>
    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the world is looked at while a fix is watched.</summary>
    public TimeSpan VerifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a start waits for the lease of a process that may be dead.</summary>
    public TimeSpan LeasePatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the lease is renewed.</summary>
    public TimeSpan LeaseRenewal { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long calls that are out may take to come back when the process is told to stop.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Whether other processes write to the same store: what memory holds may be old then.</summary>
    public bool SharedStore { get; init; }

    /// <summary>Start with nothing running in the background: alerts are taken, nothing follows them up. For measuring.</summary>
    public bool HoldFollowUp { get; init; }
}
