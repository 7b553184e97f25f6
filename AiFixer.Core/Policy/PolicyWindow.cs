using System.Collections.Immutable;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>
/// A time that comes back: from a time of day to another on certain days, by the clock on the wall of a place; over midnight
/// where it ends before it begins, and then its day is the one on which it begins.
/// </summary>
public sealed record PolicyWindow
{
    public required string Name { get; init; }

    /// <summary>The place, as IANA names its time zone, such as <c>Europe/Berlin</c>.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The days on which it begins; none for every day.</summary>
    public ImmutableList<DayOfWeek> Days { get; init; } = [];

    public TimeOnly From { get; init; }

    /// <summary>When it ends; the same as <see cref="From"/> for a whole day.</summary>
    public TimeOnly To { get; init; }

    /// <summary>Before this moment it does not count; null for always.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>From this moment on it does not count; null for ever.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What it is for, as <c>connection/namespace</c> with <c>*</c> for anything; none for everything.</summary>
    public ImmutableList<string> Scopes { get; init; } = [];

    /// <summary>The environments it is for; none for all of them and for what belongs to none.</summary>
    public ImmutableList<string> Environments { get; init; } = [];

    public bool IsFor(TargetRef target, PolicyEnvironment? environment) =>
        (Scopes.IsEmpty || Wildcard.MatchesAny(Scopes, $"{target.Connection}/{target.Namespace}"))
        && (Environments.IsEmpty || (environment is not null && Wildcard.MatchesAny(Environments, environment.Name)));
}
