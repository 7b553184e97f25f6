namespace AiFixer.Gateway.Commands.Eval.Variations;

/// <summary>What became of the cases that were varied in one way.</summary>
/// <param name="Changed">Those of which something else was said.</param>
internal sealed record VariationCount(int Cases, int Same, IReadOnlyList<string> Changed);
