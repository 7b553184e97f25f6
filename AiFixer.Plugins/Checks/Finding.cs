namespace AiFixer.Plugins.Checks;

/// <summary>What a check found.</summary>
/// <param name="Subject">What was looked at, such as <c>Prometheus 'default'</c>.</param>
/// <param name="Details">What is so, in one sentence.</param>
/// <param name="Remedy">What to do about it; null when there is nothing to do.</param>
/// <param name="Version">What the other side says it is.</param>
public sealed record Finding(string Subject, FindingState State, string Details, string? Remedy = null, string? Version = null);
