using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

/// <summary>An incident as it is on disk.</summary>
internal sealed record WrittenLife(
    IncidentListItem Item, Incident State, StoredIncident Stored, IReadOnlyList<StoredEntry> Chain, IReadOnlyList<JournalEntry> Entries)
{
    public IEnumerable<IncidentEvent> Events => Entries.SelectMany(entry => entry.Events);

    public static async Task<WrittenLife> ReadAsync(IJournal journal, IncidentListItem item)
    {
        var stored = await journal.LoadAsync(item.Id, CancellationToken.None);
        var chain = await journal.EntriesAsync(item.Id, CancellationToken.None);
        return new(
            item,
            StoredState.Read(stored!, chain),
            stored!,
            chain,
            [.. chain.Select(entry => IncidentJson.ReadEntry(entry.Entry))]);
    }

    /// <summary>What this incident alone shows to be broken.</summary>
    public IEnumerable<string> Broken()
    {
        if (!Stored.Snapshot.IsEmpty
            && Encoding.UTF8.GetString(IncidentJson.Write(IncidentReplay.Run(Chain))) != Encoding.UTF8.GetString(Stored.Snapshot.Span))
            yield return $"{Item.Id}: its entries make another state than its snapshot";
        if (!IsChained())
            yield return $"{Item.Id}: its digests are not a chain";
        if (Item.Row.Status != State.Status || Item.Row.Due != State.Task?.Due)
            yield return $"{Item.Id}: lists show another status or due time than its state";
        if (State.Status == IncidentStatus.Escalated ? State.Task?.Kind != TaskKind.Remind : State.Status.IsOpen())
            yield return $"{Item.Id}: it neither ended nor is it in a person's hands: {State.Status}, {State.Task}";
    }

    private bool IsChained()
    {
        var digest = "";
        for (var i = 0; i < Chain.Count; i++)
        {
            digest = EntryDigest.Of(digest, Item.Id, i + 1, Chain[i].Entry.Span);
            if (Chain[i].Digest != digest || Chain[i].Version != i + 1)
                return false;
        }

        return digest == Stored.Digest && Chain.Count == Stored.Version;
    }
}
