namespace AiFixer.Core.Incidents;

/// <summary>Why a grant opens nothing, and the sentence for people.</summary>
internal sealed record GrantProblem(GrantFault Fault, string Reason);
