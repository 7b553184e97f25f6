namespace AiFixer.Plugins;

/// <summary>What is so now: asked after an unknown outcome, and while a fix is verified.</summary>
/// <param name="Applied">Whether the plan's change is in the world: <see cref="ExecuteOutcome.Unknown"/> when that cannot be told.</param>
/// <param name="Health">How the target is doing.</param>
/// <param name="Details">What was seen, in one sentence.</param>
public sealed record Observation(ExecuteOutcome Applied, TargetHealth Health, string Details);
