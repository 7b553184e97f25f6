using AiFixer.Core.Documents;

namespace AiFixer.Core.Ports;

/// <summary>
/// What people edit at run time, with its whole history: every change is kept with who made it and when, a deletion too.
/// Throws <see cref="JournalUnavailableException"/> while the store is away; a change that was under way then may have been
/// made, and is safe to send again with the version it expects.
/// </summary>
public interface IDocuments
{
    /// <summary>Grows with every change of a document of this kind, in the order in which changes can be seen. Cheap to ask.</summary>
    Task<long> RevisionAsync(string kind, CancellationToken cancellationToken);

    /// <summary>All documents of a kind that are there, by name.</summary>
    Task<DocumentList> ListAsync(string kind, CancellationToken cancellationToken);

    /// <summary>A document as it is now; null when it is not there.</summary>
    Task<Document?> GetAsync(string kind, string name, CancellationToken cancellationToken);

    /// <summary>Makes a change when the document has one of the versions it expects. Answered when it is on disk.</summary>
    Task<DocumentVerdict> ApplyAsync(DocumentEdit edit, CancellationToken cancellationToken);

    /// <summary>What was done to a document, newest first; empty when there never was one.</summary>
    /// <param name="before">Only versions before this one.</param>
    /// <param name="limit">How many at most; <see cref="DocumentLimits.Page"/> is the most there can be.</param>
    Task<IReadOnlyList<DocumentChange>> HistoryAsync(
        string kind, string name, long? before, int limit, CancellationToken cancellationToken);
}
