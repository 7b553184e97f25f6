namespace AiFixer.Core.Playbooks;

/// <summary>What a playbook does.</summary>
public enum PlaybookActionType
{
    /// <summary>Restarts a container, or a compose service.</summary>
    DockerRestart,

    /// <summary>Runs one of a few commands on a configured host, also through a jump host.</summary>
    SshCmd,

    /// <summary>Tells people.</summary>
    AlertOnly,

    /// <summary>Waits, then looks whether the trouble lasts.</summary>
    WaitRetry,

    /// <summary>Any plugin that changes something.</summary>
    Plugin,
}
