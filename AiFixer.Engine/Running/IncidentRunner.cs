using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Engine.Running;

/// <summary>Tells incidents things, one at a time each.</summary>
internal sealed class IncidentRunner(IJournal journal, IncidentWriter writer, HeldCache cache, IChangeSink changes)
{
    private const int MostTries = 5;
    private readonly IncidentLocks locks = new();

    /// <summary>The incident as the journal has it, or as we know we left it.</summary>
    public async Task<Held?> FindAsync(IncidentId id, CancellationToken cancellationToken) =>
        cache.Find(id) ?? await LoadAsync(id, cancellationToken);

    public Task<WriteResult> TellAsync(IncidentId id, IncidentInput input, CancellationToken cancellationToken) =>
        TellAsync(id, input, [], cancellationToken);

    public async Task<WriteResult> TellAsync(
        IncidentId id, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        using var entered = await locks.EnterAsync(id, cancellationToken);
        try
        {
            return await TryTellAsync(id, input, blobs, cancellationToken);
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            cache.Forget(id);
            throw;
        }
    }

    /// <summary>Takes note of an incident that was just opened.</summary>
    public void Opened(Held held) => Written(held);

    private async Task<WriteResult> TryTellAsync(
        IncidentId id, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } held)
                return new WriteResult.NotFound();
            var result = await writer.HandleAsync(held, input, blobs, cancellationToken);
            if (result is WriteResult.Written written)
                Written(written.Held);
            if (result is not WriteResult.Stale)
                return result;
            cache.Forget(id);
            if (attempt == MostTries)
                return new WriteResult.Busy($"{id} is being changed by others.");
        }
    }

    private void Written(Held held)
    {
        cache.Keep(held.State.Id, held);
        changes.Changed(held.State, held.Version);
    }

    private async Task<Held?> LoadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var stored = await journal.LoadAsync(id, cancellationToken);
        return stored is null
            ? null
            : new(await StoredState.ReadAsync(journal, stored, cancellationToken), stored.Version, stored.Digest);
    }
}
