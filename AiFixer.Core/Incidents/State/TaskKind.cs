namespace AiFixer.Core.Incidents;

/// <summary>What an incident can owe the world, or wait for.</summary>
public enum TaskKind
{
    Triage,
    Diagnose,

    /// <summary>A person is asked; due is when the answer comes too late.</summary>
    AwaitApproval,
    Propose,
    RunAction,

    /// <summary>The outcome of an action is unknown: look.</summary>
    Reconcile,

    /// <summary>Watch whether the world recovers; due is when watching ends.</summary>
    Verify,

    /// <summary>Parked until due.</summary>
    RetryLater,

    /// <summary>In a person's hands; due is when they are reminded.</summary>
    Remind,

    /// <summary>Follows another incident, which tells it the end; due is when it looks by itself.</summary>
    AwaitGroup,

    /// <summary>Closed: those that follow it are told. The only task that a closed incident can have.</summary>
    TellGroup,

    /// <summary>A playbook that needs no plugin acts, if its limits let it.</summary>
    Heal,

    /// <summary>People are told.</summary>
    Notify,

    /// <summary>Parked by a playbook; due is when it is looked whether the trouble lasts.</summary>
    Recheck,
}
