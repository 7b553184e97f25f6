using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>Which claims can be taken. The database's clock has the last word on what has expired.</summary>
internal sealed class ClaimDecision(Dialect dialect)
{
    private readonly ReadClaims _read = new(dialect);
    private readonly SlotDecision _slots = new();
    private readonly List<int> _first = [];
    private readonly List<string?> _inTurn = [];

    public Question Question => _read;

    /// <summary>The claims of the item that was decided last.</summary>
    public List<TakenClaim> Taken { get; } = [];

    /// <summary>What was asked was too little to decide the last item: ask again.</summary>
    public bool IsUnsure { get; private set; }

    public bool Ask(IReadOnlyList<PendingAppend> appends)
    {
        _read.Forget();
        _first.Clear();
        _inTurn.Clear();
        _slots.Start();
        IsUnsure = false;
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
            var number = _first[index] + c;
            var lost = claims[c].Slots > 0
                ? TakeSlot(claims[c], number, now)
                : Take(claims[c], item.Append.Incident, _read.Of(number), now);
            if (lost is not null || IsUnsure)
                return lost;
        }

        _slots.Give(Taken);
        return null;
    }

    private void Ask(Claim claim)
    {
        var (first, last) = claim.Slots > 0 ? _slots.Ask(claim) : (claim.Key, claim.Key);
        _read.Ask(first, last);
        _inTurn.Add(first == last ? first : null);
    }

    private AppendVerdict.ClaimLost? Take(Claim claim, IncidentId incident, IReadOnlyList<HeldClaim> rows, long now)
    {
        if (claim.Held && (rows.Count == 0 || rows[0].IsFree(now)))
            return new(claim.Key, default, null);
        if (rows.Count > 0 && !rows[0].IsFree(now) && (claim.Once || rows[0].Incident != incident.Value))
            return Lost(claim.Key, rows[0], now);
        if (!Taken.Exists(taken => taken.Key == claim.Key))
            Taken.Add(new(claim.Key, Ticks.Expiry(claim, now), rows.Count > 0));
        return null;
    }

    private AppendVerdict.ClaimLost? TakeSlot(Claim claim, int number, long now)
    {
        var rows = _read.Of(number);
        var slot = _inTurn[number] is { } key
            ? _slots.InTurn(claim, key, rows, Taken, now)
            : _slots.OfAll(claim, rows, Taken, now);
        if (slot is { } taken)
            Taken.Add(taken);
        else if (_inTurn[number] is null)
            return UsedUp(claim.Key, rows, now);
        else
            IsUnsure = true;
        return null;
    }

    private static AppendVerdict.ClaimLost UsedUp(string key, IReadOnlyList<HeldClaim> rows, long now)
    {
        var held = rows.Where(row => !row.IsFree(now)).ToList();
        return held.Count == 0
            ? new(key, default, null)
            : Lost(key, held.MinBy(row => row.ExpiresAt ?? long.MaxValue), now);
    }

    private static AppendVerdict.ClaimLost Lost(string key, HeldClaim row, long now) =>
        new(key, new(row.Incident), Ticks.ToTime(row.ExpiresAt), row.ExpiresAt is { } end ? TimeSpan.FromTicks(end - now) : null);
}
