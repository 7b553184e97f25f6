namespace AiFixer.Core.Incidents;

/// <summary>What came of an attempt to heal.</summary>
public enum HealResult
{
    Success,
    Failed,

    /// <summary>It was not made: its playbook was in its cooldown, or used up.</summary>
    Skipped,

    /// <summary>
    /// Nobody reported the trouble again while it waited. Whether it is cured nobody said: the job may not have run since.
    /// </summary>
    Quiet,
}
