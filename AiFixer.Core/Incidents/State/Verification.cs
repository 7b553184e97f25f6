using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>Watching whether the world recovers.</summary>
/// <param name="Deadline">When it must have recovered.</param>
/// <param name="HealthySince">Since when it looks healthy without a break.</param>
public sealed record Verification(
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    TargetHealth Health = TargetHealth.Unknown,
    DateTimeOffset? HealthySince = null,
    string Details = "",
    bool? Passed = null)
{
    internal Verification Seen(TargetHealth health, string details, DateTimeOffset at) => this with
    {
        Health = health,
        Details = details,
        HealthySince = health == TargetHealth.Healthy ? HealthySince ?? at : null,
    };

    /// <summary>The alert fired again: being healthy starts over.</summary>
    internal Verification Broken() => this with { Health = TargetHealth.Unknown, HealthySince = null };
}
