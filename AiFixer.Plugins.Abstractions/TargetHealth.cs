namespace AiFixer.Plugins;

/// <summary>How a target is doing.</summary>
public enum TargetHealth
{
    /// <summary>It could not be seen.</summary>
    Unknown,

    /// <summary>It does its job.</summary>
    Healthy,

    /// <summary>On its way: a rollout still runs, pods are starting.</summary>
    Progressing,

    /// <summary>It does not do its job.</summary>
    Unhealthy,
}
