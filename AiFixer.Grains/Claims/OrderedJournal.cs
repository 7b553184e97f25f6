using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Grains.Playbooks;

namespace AiFixer.Grains.Claims;

/// <summary>A journal that is asked for a contended claim only when it is one's turn, and not for what is known to be held.</summary>
internal sealed class OrderedJournal(IJournal inner, ClaimLine line, HealNews heals, TimeProvider time) : IJournal
{
    public ValueTask<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var contended = append.Claims.Where(claim => ClaimKeys.IsContended(claim.Key)).ToList();
        var released = append.Releases.Where(ClaimKeys.IsContended).ToList();
        return contended.Count + released.Count + append.Heals.Count == 0
            ? inner.AppendAsync(append, cancellationToken)
            : new(AppendAsync(append, contended, released, cancellationToken));
    }

    public ValueTask<bool> CountAsync(Repeat repeat, CancellationToken cancellationToken) => inner.CountAsync(repeat, cancellationToken);

    public Task<StoredIncident?> LoadAsync(IncidentId id, CancellationToken cancellationToken) => inner.LoadAsync(id, cancellationToken);

    public Task<IReadOnlyList<StoredEntry>> EntriesAsync(IncidentId id, CancellationToken cancellationToken) => inner.EntriesAsync(id, cancellationToken);

    public Task<IncidentId?> HolderAsync(string claimKey, CancellationToken cancellationToken) => inner.HolderAsync(claimKey, cancellationToken);

    public Task<IReadOnlyList<DueIncident>> DueAsync(DateTimeOffset now, int limit, IncidentShard? shard, CancellationToken cancellationToken) =>
        inner.DueAsync(now, limit, shard, cancellationToken);

    public Task<Blob?> BlobAsync(string hash, CancellationToken cancellationToken) => inner.BlobAsync(hash, cancellationToken);

    private async Task<AppendVerdict> AppendAsync(
        Append append, List<Claim> contended, List<string> released, CancellationToken cancellationToken)
    {
        var turns = new List<(Claim Claim, long Ticket)>();
        AppendVerdict? verdict = null;
        try
        {
            // Everybody in the same order, or two would wait for each other.
            foreach (var claim in contended.OrderBy(claim => claim.Key, StringComparer.Ordinal))
            {
                var turn = await line.EnterAsync(claim.Key, new(append.Incident, claim.Slots), cancellationToken);
                if (turn is ClaimTurn.Held held)
                    return new AppendVerdict.ClaimLost(claim.Key, held.Holder, time.GetUtcNow() + held.For, held.For);
                if (turn is ClaimTurn.Go { Ticket: { } ticket })
                    turns.Add((claim, ticket));
            }

            return verdict = await inner.AppendAsync(append, cancellationToken);
        }
        finally
        {
            foreach (var (claim, ticket) in turns)
                line.Leave(claim.Key, News(append.Incident, claim, ticket, verdict));
            if (verdict is AppendVerdict.Stored)
            {
                released.ForEach(line.Forget);
                heals.Tell(append.Heals);
            }
        }
    }

    private static ClaimNews News(IncidentId incident, Claim claim, long ticket, AppendVerdict? verdict) => verdict switch
    {
        AppendVerdict.Stored => new ClaimNews.Taken(ticket, new(incident, claim.Slots), claim.TimeToLive),
        AppendVerdict.ClaimLost lost when lost.Key == claim.Key && (lost.Until is null || lost.HeldFor is not null) =>
            new ClaimNews.Lost(ticket, claim.Slots, lost.Holder, lost.HeldFor),
        _ => new ClaimNews.Nothing(ticket),
    };
}
