using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>A claim that does not stand, and why.</summary>
public sealed record StruckClaim(CitedClaim Claim, string Why);
