namespace AiFixer.Plugins;

/// <summary>What came back from sending a plan.</summary>
/// <param name="Outcome">What is known.</param>
/// <param name="Message">The target's answer, in one sentence.</param>
/// <param name="Stale">The target refused because it is no longer what the plan was made for.</param>
/// <param name="NotSent">Nothing left, for a reason that may pass: nobody refused it, and it may be sent later.</param>
public sealed record ExecuteResult(ExecuteOutcome Outcome, string Message, bool Stale = false, bool NotSent = false)
{
    /// <summary>Nothing left, and why; sending it later may work.</summary>
    public static ExecuteResult Later(string reason) => new(ExecuteOutcome.NotDone, reason, NotSent: true);
}
