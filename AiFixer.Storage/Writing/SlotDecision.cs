using AiFixer.Core.Journal;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Writing;

/// <summary>
/// Which slot of a claim can be taken. They are taken in turn and mostly for the same time, so the next in turn is the
/// first to be free again, and it alone is looked at. All are read when the turn is not known or its slot is held; where
/// there are many, one that is held is the turn of another process, and we go on in a part of our own.
/// </summary>
internal sealed class SlotDecision
{
    private const int Many = 1024;
    private const int Parts = 16;
    private const int MostMoves = 3;
    private readonly Dictionary<(string Key, int Slots), int> _turns = [];
    private readonly Dictionary<string, int> _moves = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>Begins a batch.</summary>
    public void Start() => _given.Clear();

    /// <summary>The first and the last key to look at.</summary>
    public (string First, string Last) Ask(Claim claim)
    {
        if (!_turns.TryGetValue((claim.Key, claim.Slots), out var turn))
            return SlotKeys.Range(claim.Key);
        var slot = turn % claim.Slots;
        _turns[(claim.Key, claim.Slots)] = slot + 1;
        var key = SlotKeys.Of(claim.Key, slot);
        return (key, key);
    }

    /// <summary>The slot that can be had; nothing when the one in turn cannot and the others were not looked at.</summary>
    public TakenClaim? InTurn(Claim claim, string key, IReadOnlyList<HeldClaim> rows, List<TakenClaim> mine, long now)
    {
        if ((rows.Count == 0 || rows[0].IsFree(now)) && !IsGiven(key, mine))
            return new(key, Ticks.Expiry(claim, now), rows.Count > 0);
        var moves = _moves.GetValueOrDefault(claim.Key);
        if (claim.Slots < Many || moves == MostMoves)
            Forget(claim);
        else
            (_moves[claim.Key], _turns[(claim.Key, claim.Slots)]) = (moves + 1, NextPart(claim));
        return null;
    }

    /// <summary>The first free slot of all; nothing when they are used up.</summary>
    public TakenClaim? OfAll(Claim claim, IReadOnlyList<HeldClaim> rows, List<TakenClaim> mine, long now)
    {
        // Rows beyond the number of slots count too: a quota may have been lowered while they were held.
        var held = rows.Where(row => !row.IsFree(now)).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        var (first, _) = SlotKeys.Range(claim.Key);
        var given = _given.Concat(mine.Select(taken => taken.Key)).Count(key => key.StartsWith(first, StringComparison.Ordinal));
        if (held.Count + given >= claim.Slots)
            return null;
        for (var slot = 0; ; slot++)
        {
            var key = SlotKeys.Of(claim.Key, slot);
            if (held.Contains(key) || IsGiven(key, mine))
                continue;
            _turns[(claim.Key, claim.Slots)] = slot + 1;
            return new(key, Ticks.Expiry(claim, now), rows.Any(row => row.Key == key));
        }
    }

    /// <summary>An append of this batch has what it wants.</summary>
    public void Give(List<TakenClaim> taken)
    {
        foreach (var claim in taken)
            _given.Add(claim.Key);
    }

    private void Forget(Claim claim)
    {
        _turns.Remove((claim.Key, claim.Slots));
        _moves.Remove(claim.Key);
    }

    private int NextPart(Claim claim) =>
        (_turns.GetValueOrDefault((claim.Key, claim.Slots)) + (claim.Slots / Parts)) % claim.Slots;

    private bool IsGiven(string key, List<TakenClaim> mine) => _given.Contains(key) || mine.Exists(taken => taken.Key == key);
}
