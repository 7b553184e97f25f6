using System.Collections.Immutable;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>A part of the world with rules of its own, such as <c>production</c>.</summary>
public sealed record PolicyEnvironment
{
    public required string Name { get; init; }

    /// <summary>What belongs to it, as <c>connection/namespace</c> with <c>*</c> for anything.</summary>
    public ImmutableList<string> Scopes { get; init; } = [];

    /// <summary>The mode there; it holds where it is stricter than the others.</summary>
    public PolicyMode? Mode { get; init; }

    /// <summary>How many automatic fixes may run in it per hour; null for as many as anywhere.</summary>
    public int? AutomaticFixesPerHour { get; init; }

    /// <summary>How many things may feel an action that runs by itself; null for as many as anywhere.</summary>
    public int? MaxAffected { get; init; }

    /// <summary>The environment of a target; null when none names it.</summary>
    public static PolicyEnvironment? Of(TargetRef target, PolicyOptions options)
    {
        foreach (var environment in options.Environments)
        {
            if (environment.Has(target))
                return environment;
        }

        return null;
    }

    public bool Has(TargetRef target) => Wildcard.MatchesAny(Scopes, $"{target.Connection}/{target.Namespace}");
}
