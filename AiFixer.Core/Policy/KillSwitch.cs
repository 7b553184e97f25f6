namespace AiFixer.Core.Policy;

/// <summary>Somebody stopped AiFixer: nothing is changed any more, not even what was granted before.</summary>
/// <param name="Reason">Why; empty when nobody said.</param>
public sealed record KillSwitch(string By, DateTimeOffset At, string Reason)
{
    /// <summary>Nobody did: it stopped itself.</summary>
    public bool IsOurs { get; init; }

    public string Sentence => $"AiFixer was stopped by {By} at {At:u}{(Reason.Length == 0 ? "." : $": {Reason}")}";
}
