using System.Text.Json.Serialization;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Ports;

/// <summary>The answer to a person's decision. The names with a version are how it travels between processes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Accepted), "accepted/1")]
[JsonDerivedType(typeof(Refused), "refused/1")]
[JsonDerivedType(typeof(Changed), "changed/1")]
[JsonDerivedType(typeof(NotFound), "not-found/1")]
[JsonDerivedType(typeof(Busy), "busy/1")]
public abstract record TellReceipt
{
    private TellReceipt()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Accepted(long Version, IncidentStatus Status) : TellReceipt;

    /// <summary>It changed nothing, and why.</summary>
    public sealed record Refused(Refusal Refusal) : TellReceipt;

    /// <summary>It was meant for another version of the incident, and changed nothing.</summary>
    public sealed record Changed : TellReceipt;

    /// <summary>There is no such incident.</summary>
    public sealed record NotFound : TellReceipt;

    /// <summary>It could not be taken now: try again.</summary>
    public sealed record Busy(string Reason) : TellReceipt;
}
