namespace AiFixer.EndToEnd.Crash;

internal enum TroubleKind
{
    /// <summary>Rolled back after two approvals; not idempotent.</summary>
    BadRollout,

    /// <summary>Scaled up by itself.</summary>
    Overload,

    /// <summary>Scaled up by itself, which does not help, and taken back.</summary>
    Flood,

    /// <summary>Left to a person: nothing that may be done to it helps.</summary>
    BrokenDependency,
}
