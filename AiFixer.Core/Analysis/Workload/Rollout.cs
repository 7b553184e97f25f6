using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>A workload's revisions, the newest first.</summary>
/// <param name="Evidence">The evidence it was read from.</param>
public sealed record Rollout(int Desired, int Ready, int CurrentRevision, ImmutableList<RevisionFact> Revisions, string Evidence)
{
    public RevisionFact? Current => Revisions.Find(revision => revision.Number == CurrentRevision);

    /// <summary>The one before the current one: the newest of them that still runs, else the newest.</summary>
    public RevisionFact? Previous => Revisions
        .Where(revision => revision.Number < CurrentRevision)
        .OrderByDescending(revision => revision.Ready > 0).ThenByDescending(revision => revision.Number).FirstOrDefault();
}
