using AiFixer.Core.Alerts;
using AiFixer.Core.Playbooks.Matching;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Playbooks;

/// <summary>What to do about trouble that somebody has understood before.</summary>
public sealed record Playbook
{
    /// <summary>Its short name in addresses and commands, such as <c>docker-dns</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people; no other has it.</summary>
    public required string Name { get; init; }

    /// <summary>A hash of all it says: what ran can be told apart from what it says by now.</summary>
    public required string Version { get; init; }

    public string Description { get; init; } = "";

    public required ErrorClass Class { get; init; }

    /// <summary>Any of them is enough.</summary>
    public required IReadOnlyList<Pattern> Patterns { get; init; }

    /// <summary>Trouble that is less bad is not its business.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.P3;

    public PlaybookSelection Selection { get; init; } = PlaybookSelection.Any;

    public required PlaybookAction Action { get; init; }

    /// <summary>How long a target is left alone by it after it acted there.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often it acts on one target within any 24 hours.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>Null when the policy's mode is its own.</summary>
    public PolicyMode? Mode { get; init; }

    public bool IsActive { get; init; } = true;
}
