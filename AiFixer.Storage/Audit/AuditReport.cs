namespace AiFixer.Storage.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Problems">Everything that is wrong; after a thousand the rest is only counted.</param>
/// <param name="ProblemCount">How many problems there are.</param>
/// <param name="Incidents">How many incidents were read.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Checkpoints">How many checkpoints were read.</param>
/// <param name="Covered">How many entries are covered by a checkpoint with a good signature.</param>
/// <param name="Uncovered">How many entries came after the last checkpoint of their stream: the honest limit.</param>
/// <param name="LastCheckpoint">When the last checkpoint was signed.</param>
public sealed record AuditReport(
    IReadOnlyList<AuditProblem> Problems,
    long ProblemCount,
    long Incidents,
    long Entries,
    long Checkpoints,
    long Covered,
    long Uncovered,
    DateTimeOffset? LastCheckpoint)
{
    /// <summary>How many archives there should be.</summary>
    public long Archives { get; init; }

    /// <summary>How many incidents were read in them.</summary>
    public long ArchivedIncidents { get; init; }

    /// <summary>How many entries were taken out of the store because an archive has them.</summary>
    public long ArchivedEntries { get; init; }

    public bool IsSound => ProblemCount == 0;
}
