namespace AiFixer.EndToEnd.Crash;

internal enum TroubleKind
{
    /// <summary>Rolled back after two approvals; not idempotent.</summary>
    BadRollout,

    /// <summary>Scaled up by itself.</summary>
    Overload,

    /// <summary>Restarted after an approval, which does not help.</summary>
    BrokenDependency,
}
