using AiFixer.Grains.Claims;

namespace AiFixer.Grains.Playbooks;

/// <summary>The lines for a playbook's tries and cooldowns, one for each target.</summary>
internal sealed class PlaybookLines(ClaimOrder order, TimeProvider patience)
{
    /// <summary>From so many on those are let go in which nothing is known and nobody waits.</summary>
    public const int Many = 256;
    private readonly Dictionary<string, ClaimTurns> lines = new(StringComparer.Ordinal);
    private int most = Many;

    public int Count => lines.Count;

    public ClaimTurns Of(string claim)
    {
        if (lines.TryGetValue(claim, out var line))
            return line;
        if (lines.Count >= most)
            LetGo();
        return lines[claim] = order.Begin(patience);
    }

    public ClaimTurns? Find(string claim) => lines.GetValueOrDefault(claim);

    private void LetGo()
    {
        foreach (var (claim, line) in lines.ToList())
        {
            if (line.IsIdle)
                lines.Remove(claim);
        }

        // All in use: looked at again when there are twice as many.
        most = Math.Max(Many, 2 * lines.Count);
    }
}
