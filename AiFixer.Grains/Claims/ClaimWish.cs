using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>Who wants a claim, and how many units of it there are; none for a claim that one may hold.</summary>
/// <param name="Once">Who holds it cannot take it again.</param>
internal sealed record ClaimWish(IncidentId Incident, int Slots, bool Once = false);
