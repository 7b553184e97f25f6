using AiFixer.Core.Documents;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Documents;

/// <summary>
/// Documents in the database. People change them, so rarely that each change may have a connection of its own, one at a time:
/// that way a process without a journal writes them too.
/// </summary>
internal sealed class DocumentStore(IDatabase database, Reader reader) : IDocuments, IDisposable
{
    private const int Tries = 3;
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<long> RevisionAsync(string kind, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            "select revision from document_kinds where kind = @kind", row => row.GetInt64(0), cancellationToken, ("kind", kind));
        return found is [var revision] ? revision : 0;
    }

    public async Task<DocumentList> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(kind, cancellationToken);
        var changes = await reader.ListAsync(
            $"{DocumentRows.Newest} where d.kind = @kind and d.present = 1 order by d.name", DocumentRows.Read, cancellationToken, ("kind", kind));
        return new(revision, [.. changes.Select(change => change.Document!)]);
    }

    public async Task<Document?> GetAsync(string kind, string name, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"{DocumentRows.Newest} where d.kind = @kind and d.name = @name", DocumentRows.Read, cancellationToken, ("kind", kind), ("name", name));
        return found is [var newest] ? newest.Document : null;
    }

    public Task<IReadOnlyList<DocumentChange>> HistoryAsync(
        string kind, string name, long? before, int limit, CancellationToken cancellationToken) =>
        reader.ListAsync(
            $"{DocumentRows.All} where c.kind = @kind and c.name = @name and c.version < @before order by c.version desc limit @limit",
            DocumentRows.Read,
            cancellationToken,
            ("kind", kind), ("name", name), ("before", before ?? long.MaxValue), ("limit", (long)Math.Clamp(limit, 1, DocumentLimits.Page)));

    public async Task<DocumentVerdict> ApplyAsync(DocumentEdit edit, CancellationToken cancellationToken)
    {
        if (DocumentRules.Problem(edit) is { } problem)
            return problem;
        await turn.WaitAsync(cancellationToken);
        try
        {
            // Once it has begun it is not given up: half of a change is none.
            return await Task.Run(() => Apply(edit), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private DocumentVerdict Apply(DocumentEdit edit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var session = database.OpenWriter();
                return new DocumentWriter(session.Connection, database.Dialect).Apply(edit);
            }
            catch (Exception exception) when (database.Classify(exception) == Failure.Race && attempt < Tries)
            {
                // Nothing was written, and what is there now decides.
            }
            catch (Exception exception) when (database.Classify(exception) != Failure.Bug)
            {
                throw new JournalUnavailableException("The store does not answer.", exception);
            }
        }
    }
}
