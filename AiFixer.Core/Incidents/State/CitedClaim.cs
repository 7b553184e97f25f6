using System.Collections.Immutable;

namespace AiFixer.Core.Incidents;

/// <summary>Something that an analyst says, and the evidence that shows it.</summary>
/// <param name="Cites">Ids of evidence of the same diagnosis.</param>
public sealed record CitedClaim(string Text, ImmutableList<string> Cites);
