using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Storage;

namespace AiFixer.Tests.Storage.Retention;

/// <summary>Incidents of some days ago.</summary>
internal static class ArchivedHistory
{
    public const int Kept = 90;
    private static readonly CancellationToken None = CancellationToken.None;
    private static long _random;

    /// <summary>One that closed so many days ago, after three entries.</summary>
    public static async Task<IncidentId> CloseAsync(
        JournalStore store, int daysAgo = Kept + 1, IReadOnlyList<Blob>? blobs = null, IncidentStatus status = IncidentStatus.Resolved)
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        var id = IncidentId.Create(at, Interlocked.Increment(ref _random));
        var row = Appends.Row(IncidentStatus.Diagnosing) with { OpenedAt = at, UpdatedAt = at, Fingerprint = id.Value };
        var verdict = await store.Journal.AppendAsync(
            Appends.First(id, new Claim(ClaimKeys.Open(id.Value))) with { Row = row, Blobs = blobs ?? [], Entry = Entry(1, blobs) }, None);
        verdict = await store.Journal.AppendAsync(Appends.After(id, verdict) with { Row = row }, None);
        verdict = await store.Journal.AppendAsync(
            Appends.After(id, verdict) with { Row = row with { Status = status }, Releases = status.IsOpen() ? [] : [ClaimKeys.Open(id.Value)] }, None);
        verdict.ShouldBeOfType<AppendVerdict.Stored>();
        return id;
    }

    public static async Task<IReadOnlyList<IncidentId>> CloseAsync(JournalStore store, int count, int daysAgo)
    {
        var ids = new List<IncidentId>();
        for (var i = 0; i < count; i++)
            ids.Add(await CloseAsync(store, daysAgo));
        return ids;
    }

    private static byte[] Entry(int number, IReadOnlyList<Blob>? blobs) =>
        Appends.Bytes($$"""{"entry":{{number}},"blobs":[{{string.Join(',', (blobs ?? []).Select(blob => $"\"{blob.Hash}\""))}}]}""");
}
