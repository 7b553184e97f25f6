namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What was said in cases that lack the change to blame.</summary>
/// <param name="Convicted">Those in which another change was said for certain to be to blame.</param>
/// <param name="Named">Those in which the missing change was named.</param>
internal sealed record InnocenceCount(int Cases, IReadOnlyList<string> Convicted, IReadOnlyList<string> Named);
