using System.Text.Json.Serialization;
using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>What the database said to whoever had this ticket.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Taken), "taken/1")]
[JsonDerivedType(typeof(Lost), "lost/1")]
[JsonDerivedType(typeof(Nothing), "nothing/1")]
internal abstract record ClaimNews(long Ticket)
{
    /// <param name="For">For how long; null until it is given back.</param>
    internal sealed record Taken(long Ticket, ClaimWish Wish, TimeSpan? For) : ClaimNews(Ticket);

    /// <summary>It is held, each unit of it.</summary>
    /// <param name="For">How much longer the first of them; null until it is given back.</param>
    internal sealed record Lost(long Ticket, int Slots, IncidentId Holder, TimeSpan? For) : ClaimNews(Ticket);

    /// <summary>Nothing about this claim.</summary>
    internal sealed record Nothing(long Ticket) : ClaimNews(Ticket);
}
