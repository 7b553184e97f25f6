namespace AiFixer.Simulation.Disk;

/// <summary>What may happen to one transaction.</summary>
internal enum Trouble
{
    None,

    /// <summary>It does not begin.</summary>
    NotBegun,

    /// <summary>It is not committed.</summary>
    NotCommitted,

    /// <summary>It is committed, and the answer is lost.</summary>
    AnswerLost,

    /// <summary>The process dies before it is committed.</summary>
    DeathBefore,

    /// <summary>The process dies right after it is committed.</summary>
    DeathAfter,
}
