using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>Which claims can be taken. The database's clock has the last word on what has expired.</summary>
internal sealed class ClaimDecision(Dialect dialect)
{
    private readonly ReadClaims _read = new(dialect);
    private readonly List<int> _first = [];

    public Question Question => _read;

    /// <summary>The claims of the item that was decided last.</summary>
    public List<TakenClaim> Taken { get; } = [];

    public bool Ask(IReadOnlyList<PendingAppend> appends)
    {
        _read.Forget();
        _first.Clear();
        for (var i = 0; i < appends.Count; i++)
        {
            _first.Add(_read.Count);
            var claims = appends[i].Append.Claims;
            for (var c = 0; c < claims.Count; c++)
                Ask(claims[c]);
        }

        return _read.Count > 0;
    }

    /// <returns>Null when all claims can be had.</returns>
    public AppendVerdict.ClaimLost? Decide(int index, PendingAppend item, long now)
    {
        Taken.Clear();
        var claims = item.Append.Claims;
        for (var c = 0; c < claims.Count; c++)
        {
            var held = _read.Of(_first[index] + c);
            var lost = claims[c].Slots > 1
                ? TakeSlot(claims[c], held, now)
                : Take(claims[c], item.Append.Incident, held, now);
            if (lost is not null)
                return lost;
        }

        return null;
    }

    private void Ask(Claim claim)
    {
        if (claim.Slots > 1)
        {
            var (first, last) = SlotKeys.Range(claim.Key);
            _read.Ask(first, last);
        }
        else
        {
            _read.Ask(claim.Key, claim.Key);
        }
    }

    private AppendVerdict.ClaimLost? Take(Claim claim, IncidentId incident, IReadOnlyList<HeldClaim> rows, long now)
    {
        if (rows.Count > 0 && !rows[0].IsFree(now) && rows[0].Incident != incident.Value)
            return Lost(claim.Key, rows[0]);
        if (!IsTaken(claim.Key))
            Taken.Add(new(claim.Key, Expiry(claim, now), rows.Count > 0));
        return null;
    }

    private AppendVerdict.ClaimLost? TakeSlot(Claim claim, IReadOnlyList<HeldClaim> rows, long now)
    {
        // Rows beyond the number of slots count too: a quota may have been lowered while they were held.
        var held = rows.Where(row => !row.IsFree(now)).ToList();
        var mine = Taken.Count(taken => taken.Key.StartsWith(claim.Key + "#", StringComparison.Ordinal));
        if (held.Count + mine >= claim.Slots)
            return held.Count == 0
                ? new(claim.Key, default, null)
                : Lost(claim.Key, held.MinBy(row => row.ExpiresAt ?? long.MaxValue));
        for (var slot = 0; ; slot++)
        {
            var key = SlotKeys.Of(claim.Key, slot);
            if (IsTaken(key) || held.Exists(row => row.Key == key))
                continue;
            Taken.Add(new(key, Expiry(claim, now), rows.Any(row => row.Key == key)));
            return null;
        }
    }

    private bool IsTaken(string key) => Taken.Exists(taken => taken.Key == key);

    private static long? Expiry(Claim claim, long now) =>
        claim.TimeToLive is { } span ? Ticks.After(now, span) : null;

    private static AppendVerdict.ClaimLost Lost(string key, HeldClaim row) =>
        new(key, new(row.Incident), Ticks.ToTime(row.ExpiresAt));
}
