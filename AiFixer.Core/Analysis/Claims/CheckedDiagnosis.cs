using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>A diagnosis with only the claims that stand.</summary>
/// <param name="Diagnosis">It, no surer than what is left of it allows.</param>
/// <param name="Struck">What had to go.</param>
public sealed record CheckedDiagnosis(Diagnosis Diagnosis, ImmutableList<StruckClaim> Struck);
