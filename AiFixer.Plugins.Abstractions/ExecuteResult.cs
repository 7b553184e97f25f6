namespace AiFixer.Plugins;

/// <summary>What came back from sending a plan.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Message">The target's answer, in one sentence.</param>
/// <param name="Stale">The target refused because it is no longer what the plan was made for.</param>
public sealed record ExecuteResult(ExecuteOutcome Outcome, string Message, bool Stale = false);
