namespace AiFixer.Engine.Grouping;

/// <summary>
/// Who leads which groups, as far as this process knows: it spares a try that would be lost. The claims in the store decide.
/// </summary>
internal sealed class GroupHints(EngineOptions options, TimeProvider time)
{
    private const int Most = 8192;

    /// <summary>Other processes close incidents of which this one does not hear.</summary>
    private static readonly TimeSpan SharedLife = TimeSpan.FromSeconds(5);

    private readonly RecentKeys<Hint> known = new(Most);

    public LeaderHint? Find(IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (known.Find(keys[i]) is { } hint && IsGood(hint))
                return hint.Leader;
        }

        return null;
    }

    /// <param name="heldFor">How long the claim lasts, by the store's clock.</param>
    public void Put(IReadOnlyList<string> keys, LeaderHint leader, TimeSpan heldFor)
    {
        var life = options.SharedStore && heldFor > SharedLife ? SharedLife : heldFor;
        var hint = new Hint(leader, time.GetTimestamp(), life);
        for (var i = 0; i < keys.Count; i++)
            known.Put(keys[i], hint);
    }

    public void Forget(IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
            known.Forget(keys[i]);
    }

    private bool IsGood(Hint hint) => time.GetElapsedTime(hint.Since) < hint.Life;

    private sealed record Hint(LeaderHint Leader, long Since, TimeSpan Life);
}
