using System.Text.Json.Serialization;
using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>The answer to a wish.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Go), "go/1")]
[JsonDerivedType(typeof(Held), "held/1")]
internal abstract record ClaimTurn
{
    private ClaimTurn()
    {
    }

    /// <summary>Ask the database.</summary>
    /// <param name="Ticket">To be given back; null when nobody waits for that.</param>
    internal sealed record Go(long? Ticket) : ClaimTurn;

    /// <summary>The database would refuse it.</summary>
    /// <param name="For">How much longer; null when that is not known.</param>
    internal sealed record Held(IncidentId Holder, TimeSpan? For) : ClaimTurn;
}
