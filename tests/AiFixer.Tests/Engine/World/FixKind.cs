namespace AiFixer.Tests.Engine.World;

/// <summary>What a second sending of the same plan does.</summary>
internal enum FixKind
{
    /// <summary>Nothing: the value is there already.</summary>
    Set,

    /// <summary>It is refused: the plan names the revision it was made for.</summary>
    Swap,

    /// <summary>It is done once more.</summary>
    Append,
}
