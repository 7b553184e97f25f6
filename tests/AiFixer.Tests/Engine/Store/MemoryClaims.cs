using AiFixer.Core;
using AiFixer.Core.Journal;

namespace AiFixer.Tests.Engine.Store;

/// <summary>Claims as a database keeps them.</summary>
internal sealed class MemoryClaims(TimeProvider time)
{
    private readonly Dictionary<string, (IncidentId Holder, DateTimeOffset? Until)> held = [];

    public IncidentId? Holder(string key) => Live(key)?.Holder;

    /// <summary>Takes all or none.</summary>
    public AppendVerdict.ClaimLost? Take(IncidentId incident, IReadOnlyList<Claim> claims)
    {
        foreach (var claim in claims)
        {
            if (KeyFor(claim, incident) is null)
                return Lost(claim);
        }

        foreach (var claim in claims)
            held[KeyFor(claim, incident)!] = (incident, time.GetUtcNow() + claim.TimeToLive);
        return null;
    }

    public void Release(IncidentId incident, IReadOnlyList<string> keys)
    {
        foreach (var key in keys.Where(key => Live(key)?.Holder == incident))
            held.Remove(key);
    }

    private string? KeyFor(Claim claim, IncidentId incident)
    {
        if (claim.Slots > 0)
            return Slots(claim).FirstOrDefault(slot => Live(slot) is null);
        if (claim.Held && Live(claim.Key)?.Holder != incident)
            return null;
        return Live(claim.Key) is { } other && (claim.Once || other.Holder != incident) ? null : claim.Key;
    }

    private AppendVerdict.ClaimLost Lost(Claim claim)
    {
        var key = claim.Slots > 0 ? Slots(claim).MinBy(slot => Live(slot)!.Value.Until)! : claim.Key;
        if (Live(key) is not var (holder, until))
            return new(claim.Key, default, null);
        return new(claim.Key, holder, until, until - time.GetUtcNow());
    }

    private static IEnumerable<string> Slots(Claim claim) => Enumerable.Range(0, claim.Slots).Select(slot => $"{claim.Key}#{slot}");

    private (IncidentId Holder, DateTimeOffset? Until)? Live(string key) =>
        held.TryGetValue(key, out var claim) && (claim.Until is null || claim.Until > time.GetUtcNow()) ? claim : null;
}
