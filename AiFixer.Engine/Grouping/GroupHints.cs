using System.Collections.Concurrent;

namespace AiFixer.Engine.Grouping;

/// <summary>
/// Who leads which groups, as far as this process knows: it spares a try that would be lost. The claims in the store decide.
/// </summary>
internal sealed class GroupHints(EngineOptions options, TimeProvider time)
{
    private const int Most = 8192;

    /// <summary>Other processes close incidents of which this one does not hear.</summary>
    private static readonly TimeSpan SharedLife = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Hint> known = new(StringComparer.Ordinal);

    public LeaderHint? Find(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            if (known.TryGetValue(key, out var hint) && IsGood(hint))
                return hint.Leader;
        }

        return null;
    }

    /// <param name="heldFor">How long the claim lasts, by the store's clock.</param>
    public void Put(IReadOnlyList<string> keys, LeaderHint leader, TimeSpan heldFor)
    {
        if (known.Count >= Most)
            Tidy();
        var life = options.SharedStore && heldFor > SharedLife ? SharedLife : heldFor;
        foreach (var key in keys)
            known[key] = new(leader, time.GetTimestamp(), life);
    }

    public void Forget(IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
            known.TryRemove(key, out _);
    }

    private void Tidy()
    {
        foreach (var (key, _) in known.Where(pair => !IsGood(pair.Value)))
            known.TryRemove(key, out _);
        if (known.Count >= Most)
            known.Clear();
    }

    private bool IsGood(Hint hint) => time.GetElapsedTime(hint.Since) < hint.Life;

    private sealed record Hint(LeaderHint Leader, long Since, TimeSpan Life);
}
