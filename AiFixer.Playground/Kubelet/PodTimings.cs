namespace AiFixer.Playground.Kubelet;

/// <summary>How long each step of a pod's life takes. The defaults suit a demonstration: ready after about 1.5 s.</summary>
public sealed record PodTimings
{
    /// <summary>From creation to a node.</summary>
    public TimeSpan Schedule { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>From the node to a started container.</summary>
    public TimeSpan Create { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>From a started container to the first readiness probe.</summary>
    public TimeSpan BecomeReady { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Between readiness probes of a pod that is not ready.</summary>
    public TimeSpan ProbePeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From a changed condition (traffic, a dependency) to the pod noticing it.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>From the start of a broken container to its exit.</summary>
    public TimeSpan CrashAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The first back-off of a crash loop; it doubles up to <see cref="MaxBackOff"/>.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest back-off of a crash loop.</summary>
    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>A container that ran longer than this starts again without a back-off.</summary>
    public TimeSpan SteadyAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the start of a container until it uses all the memory it needs.</summary>
    public TimeSpan FillMemory { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From deletion to the pod being gone.</summary>
    public TimeSpan Terminate { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The back-off after so many doublings.</summary>
    internal TimeSpan BackOffTime(int doublings)
    {
        var grown = BackOff * Math.Pow(2, Math.Clamp(doublings, 0, 10));
        return grown < MaxBackOff ? grown : MaxBackOff;
    }

    /// <summary>Every step at once.</summary>
    public static PodTimings Instant { get; } = new()
    {
        Schedule = TimeSpan.Zero,
        Create = TimeSpan.Zero,
        BecomeReady = TimeSpan.Zero,
        Notice = TimeSpan.Zero,
        Terminate = TimeSpan.Zero,
    };
}
