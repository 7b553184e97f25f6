namespace AiFixer.Plugins;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when the action is not possible or not needed.</param>
/// <param name="Error">Why there is no plan.</param>
/// <param name="Retryable">Whether asking again later may help.</param>
public sealed record PreviewResult(ActionPlan? Plan, string? Error = null, bool Retryable = false)
{
    /// <summary>What this plan is, where that is not what its plugin says of itself; null where it is.</summary>
    public PlanTraits? Traits { get; init; }

    /// <summary>A plan that can be approved.</summary>
    public static PreviewResult Of(ActionPlan plan) => new(plan);

    /// <summary>No plan, and why.</summary>
    public static PreviewResult Impossible(string error, bool retryable = false) => new(null, error, retryable);
}
