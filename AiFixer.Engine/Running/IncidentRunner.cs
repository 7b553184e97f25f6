using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Replays;

namespace AiFixer.Engine.Running;

/// <summary>Tells incidents things, one at a time each.</summary>
internal sealed class IncidentRunner(
    IJournal journal, IncidentWriter writer, HeldCache cache, IChangeSink changes, EngineOptions options, RememberedReplays? replays = null)
{
    private const int MostTries = 5;
    private readonly IncidentLocks locks = new();

    /// <summary>The incident as the journal has it, or as we know we left it.</summary>
    public async Task<Held?> FindAsync(IncidentId id, CancellationToken cancellationToken) =>
        cache.Find(id) ?? await LoadAsync(id, cancellationToken);

    /// <summary>The incident as the journal has it now: what we left may have gone on elsewhere.</summary>
    public Task<Held?> ReadAsync(IncidentId id, CancellationToken cancellationToken) => LoadAsync(id, cancellationToken);

    public Task<WriteResult> TellAsync(IncidentId id, IncidentInput input, CancellationToken cancellationToken) =>
        TellAsync(id, input, [], cancellationToken);

    public async Task<WriteResult> TellAsync(
        IncidentId id, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        using var entered = await locks.EnterAsync(id, cancellationToken);
        return await TryTellAsync(id, input, blobs, MostTries, cancellationToken) is var result and not WriteResult.Stale
            ? result
            : new WriteResult.Busy($"{id} is being changed by others.");
    }

    /// <summary>The same, decided on one version only: when that is not the last one, the answer is "stale".</summary>
    public async Task<WriteResult> TellOnceAsync(IncidentId id, IncidentInput input, CancellationToken cancellationToken)
    {
        using var entered = await locks.EnterAsync(id, cancellationToken);
        return await TryTellAsync(id, input, [], mostTries: 1, cancellationToken);
    }

    /// <summary>Takes note of an incident that was just opened.</summary>
    public void Opened(Held held)
    {
        cache.Keep(held.State.Id, held);
        changes.Opened(held);
    }

    private async Task<WriteResult> TryTellAsync(
        IncidentId id, IncidentInput input, IReadOnlyList<Blob> blobs, int mostTries, CancellationToken cancellationToken)
    {
        try
        {
            WriteResult result = new WriteResult.Stale();
            for (var attempt = 1; attempt <= mostTries && result is WriteResult.Stale; attempt++)
                result = await DecideAsync(id, input, blobs, cancellationToken);
            return result;
        }
        catch (Exception e) when (e is JournalUnavailableException or OperationCanceledException)
        {
            cache.Forget(id);
            throw;
        }
    }

    private async Task<WriteResult> DecideAsync(
        IncidentId id, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        if (cache.Find(id) is { } kept)
        {
            var result = await WriteAsync(kept, input, blobs, cancellationToken);
            if (!MayBeOld(result))
                return result;
        }

        return await LoadAsync(id, cancellationToken) is { } held
            ? await WriteAsync(held, input, blobs, cancellationToken)
            : new WriteResult.NotFound();
    }

    private async Task<WriteResult> WriteAsync(Held held, IncidentInput input, IReadOnlyList<Blob> blobs, CancellationToken cancellationToken)
    {
        var result = await writer.HandleAsync(held, input, blobs, cancellationToken);
        if (result is WriteResult.Written written)
            Written(written.Held);
        if (result is WriteResult.Stale)
            cache.Forget(held.State.Id);
        return result;
    }

    /// <summary>Nothing was asked of the store, which may know better than what we kept.</summary>
    private bool MayBeOld(WriteResult result) =>
        options.SharedStore && result is (WriteResult.Refused or WriteResult.Nothing or WriteResult.Changed);

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
            : new(await ReadAsync(stored, cancellationToken), stored.Version, stored.Digest);
    }

    private Task<Incident> ReadAsync(StoredIncident stored, CancellationToken cancellationToken) =>
        replays?.ReadAsync(stored, cancellationToken) ?? StoredState.ReadAsync(journal, stored, cancellationToken);
}
