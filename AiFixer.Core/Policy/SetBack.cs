namespace AiFixer.Core.Policy;

/// <summary>The store was put back to an earlier state: what was done since that state is in the world, but not in it.</summary>
public sealed record SetBack(DateTimeOffset At, string Reason)
{
    public string Sentence =>
        $"It was planned before the store was put back to an earlier state ({At:u}), so it may have been done already. {Reason}".TrimEnd();
}
