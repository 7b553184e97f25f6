namespace AiFixer.Plugins.Ssh;

/// <summary>How far a command got.</summary>
internal enum SshEnding
{
    /// <summary>It ran and its exit code is known.</summary>
    Answered,

    /// <summary>It was never sent, for a reason that may pass.</summary>
    NeverLeft,

    /// <summary>It was never sent: the host is not who it should be, or does not let us in.</summary>
    Refused,

    /// <summary>It was sent, and what became of it is not known.</summary>
    Lost,
}
