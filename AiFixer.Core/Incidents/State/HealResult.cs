namespace AiFixer.Core.Incidents;

/// <summary>What came of an attempt to heal.</summary>
public enum HealResult
{
    Success,
    Failed,

    /// <summary>It was not made: its playbook was in its cooldown, or used up.</summary>
    Skipped,
}
