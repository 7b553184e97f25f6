namespace AiFixer.Plugins;

/// <summary>
/// Exactly what a remediation would send. A person approves this plan; this plan, to the byte, is what is executed.
/// </summary>
/// <param name="Target">What it acts on, with its identity.</param>
/// <param name="Call">The exact call for people to read, such as <c>PATCH /apis/…</c> or an argument list.</param>
/// <param name="Payload">What the plugin needs to send it: opaque to everybody else, part of what is approved.</param>
/// <param name="Diff">What changes, as unified-diff-like lines, from a dry run by the target where it offers one.</param>
/// <param name="FieldsHash">A hash of the target's fields that the plan touches, as they are now. Changed fields make the plan stale.</param>
/// <param name="BlastRadius">What else may feel it, in one sentence.</param>
/// <param name="Magnitude">How far a number is moved (replicas, as a difference); zero where that means nothing.</param>
/// <param name="Undo">The request that takes it back; null when there is none.</param>
public sealed record ActionPlan(
    TargetRef Target,
    string Call,
    string Payload,
    string Diff,
    string FieldsHash,
    string BlastRadius,
    int Magnitude = 0,
    PluginRequest? Undo = null)
{
    /// <summary>
    /// The labels that the target, or any of its parts, has now, one <c>key=value</c> a line; empty where it has none; null when
    /// they are not known, and then a person is asked about pods and containers. Fences speak of them.
    /// </summary>
    public string? Labels { get; init; }

    /// <summary>How many things (pods, sessions) may feel it; null when that is not known.</summary>
    public int? Affected { get; init; }
}
