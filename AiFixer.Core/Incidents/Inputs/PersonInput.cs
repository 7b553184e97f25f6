using System.Text.Json.Serialization;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents;

/// <summary>What a person can tell an incident. The names with a version are how it travels between processes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Approve), "approve/1")]
[JsonDerivedType(typeof(Reject), "reject/1")]
[JsonDerivedType(typeof(Ignore), "ignore/1")]
[JsonDerivedType(typeof(Escalate), "escalate/1")]
[JsonDerivedType(typeof(TakeOver), "take-over/1")]
[JsonDerivedType(typeof(Rediagnose), "rediagnose/1")]
[JsonDerivedType(typeof(Resolve), "resolve/1")]
[JsonDerivedType(typeof(Propose), "propose/1")]
public abstract record PersonInput(Person By) : IncidentInput
{
    /// <summary>The versions of the incident for which it is meant; null when any will do.</summary>
    public IReadOnlyCollection<long>? Versions { get; init; }

    /// <summary>Approves the diagnosis or the proposal.</summary>
    /// <param name="Card">Which card was clicked, such as <c>proposal/2</c>: the person saw this one.</param>
    public sealed record Approve(Person By, string Card) : PersonInput(By);

    /// <summary>Rejects the diagnosis or the proposal.</summary>
    public sealed record Reject(Person By, string Card, string Reason) : PersonInput(By);

    /// <summary>Ends the incident as not worth fixing.</summary>
    public sealed record Ignore(Person By, string Reason) : PersonInput(By);

    /// <summary>Puts it in a person's hands.</summary>
    public sealed record Escalate(Person By, string To, string Reason) : PersonInput(By);

    /// <summary>The person works on it now; AiFixer stops.</summary>
    public sealed record TakeOver(Person By) : PersonInput(By);

    /// <summary>Starts over with a new diagnosis.</summary>
    public sealed record Rediagnose(Person By, string Reason) : PersonInput(By);

    /// <summary>A person with an incident in their hands says it is fixed.</summary>
    public sealed record Resolve(Person By, string Note) : PersonInput(By);

    /// <summary>Proposes an action of their own. It goes the way of every proposal: through the policy, and to somebody who approves it.</summary>
    /// <param name="Action">What it is, planned by its plugin.</param>
    /// <param name="Facts">What the policy goes by.</param>
    public sealed record Propose(Person By, PlannedAction Action, PolicyFacts Facts) : PersonInput(By);
}
