using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AiFixer.Plugins;

namespace AiFixer.Core.Alerts;

/// <summary>What a sender told us, in our own words. Texts are cleaned and bounded before they get here.</summary>
public sealed record Alert
{
    /// <summary>Which way it came: <c>alertmanager</c>, <c>api</c>, …</summary>
    public required string Source { get; init; }

    public required string Name { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Built from stable labels only: the same trouble has the same fingerprint on any day.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>
    /// The sender's own identity of it: several alerts of a sender can be one trouble (two pods of a workload), and it is
    /// over when the last of them is.
    /// </summary>
    public string Instance { get; init; } = "";

    public required string Summary { get; init; }

    public string Description { get; init; } = "";

    public ErrorClass Class { get; init; } = ErrorClass.Unknown;

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public required DateTimeOffset StartsAt { get; init; }

    public string? Link { get; init; }

    /// <summary>What the alert is about, when its labels tell.</summary>
    public TargetRef? Target { get; init; }

    /// <summary>Names the group in which the sender put it, unlike that of any other sender; null when in none.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Its sender never says that it is over: that it is not reported again has to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverClears { get; init; }

    /// <summary>The hash of the raw payload, kept when the alert could not be mapped.</summary>
    public string? RawPayload { get; init; }
}
