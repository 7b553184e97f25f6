namespace AiFixer.Core.Incidents;

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    Planned,

    /// <summary>Its call may be out.</summary>
    Started,
    Succeeded,

    /// <summary>The target refused it or it never arrived.</summary>
    Failed,

    /// <summary>Nobody can tell yet whether it happened.</summary>
    Unknown,

    /// <summary>The world had changed: what was approved no longer fits.</summary>
    Stale,
}
