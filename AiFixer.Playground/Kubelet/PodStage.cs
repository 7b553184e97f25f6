namespace AiFixer.Playground.Kubelet;

internal enum PodStage
{
    Unscheduled,
    Creating,
    PullError,
    PullBackOff,
    ConfigError,
    Starting,
    Ready,
    Unready,
    Exited,
    BackOff,

    /// <summary>Ended for good by its node.</summary>
    Evicted,

    /// <summary>Ended for good by itself: its restart policy does not start it again.</summary>
    Failed,
}
