using AiFixer.Core;

namespace AiFixer.Grains.Claims;

/// <summary>Who wants a claim, and how many units of it there are; none for a claim that one may hold.</summary>
internal sealed record ClaimWish(IncidentId Incident, int Slots);
