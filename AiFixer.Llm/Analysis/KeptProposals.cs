using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Llm.Analysis;

/// <summary>Proposals that passed every check.</summary>
internal sealed record KeptProposals(ImmutableList<SuggestedAction> Actions);
