using AiFixer.Playground.Cases.Variations;

namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What became of a case that was varied.</summary>
/// <param name="Plain">What became of it before.</param>
/// <param name="Case">What was made of it.</param>
/// <param name="Result">What became of that.</param>
internal sealed record VariedResult(string Variation, CaseResult.Ran Plain, VariedCase Case, CaseResult Result);
