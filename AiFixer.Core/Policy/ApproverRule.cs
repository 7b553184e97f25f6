using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Lets some people approve some things. What is left empty does not matter.</summary>
public sealed record ApproverRule
{
    /// <summary>Identities of people.</summary>
    public ImmutableList<string> People { get; init; } = [];

    /// <summary>The least role.</summary>
    public PersonRole Role { get; init; } = PersonRole.Approver;

    /// <summary>Names of environments, with <c>*</c> for anything.</summary>
    public ImmutableList<string> Environments { get; init; } = [];

    /// <summary>Namespaces, with <c>*</c> for anything.</summary>
    public ImmutableList<string> Namespaces { get; init; } = [];

    /// <summary>The highest risk.</summary>
    public PluginRisk UpTo { get; init; } = PluginRisk.Critical;

    public bool Lets(Person person, TargetRef target, PolicyEnvironment? environment, PluginRisk risk) =>
        (People.IsEmpty || People.Contains(person.Id))
        && person.Role >= Role
        && (Environments.IsEmpty || (environment is not null && Wildcard.MatchesAny(Environments, environment.Name)))
        && (Namespaces.IsEmpty || Wildcard.MatchesAny(Namespaces, target.Namespace))
        && risk <= UpTo;
}
