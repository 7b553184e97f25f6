using AiFixer.Core.Journal;
using AiFixer.Storage;

namespace AiFixer.Tests.Storage;

/// <summary>Something to audit.</summary>
internal static class AuditedHistory
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Three incidents, five entries and a checkpoint over them.</summary>
    public static async Task<(string Two, string Last)> WriteAsync(JournalStore store)
    {
        var (one, two, last) = (Appends.NewId(), Appends.NewId(), Appends.NewId());
        await store.Journal.AppendAsync(Appends.First(one), None);
        AppendVerdict verdict = await store.Journal.AppendAsync(Appends.First(two), None);
        verdict = await store.Journal.AppendAsync(Appends.After(two, verdict), None);
        await store.Journal.AppendAsync(Appends.After(two, verdict), None);
        await store.Journal.AppendAsync(Appends.First(last), None);
        await store.Audit.CheckpointAsync(None);
        return (two.Value, last.Value);
    }
}
