namespace AiFixer.Core.Incidents;

/// <summary>What would have been done with a proposal.</summary>
/// <param name="Would">What the policy would have said in another mode.</param>
public sealed record ShadowRecord(int Round, PolicyOutcome Would, string Summary, DateTimeOffset At);
