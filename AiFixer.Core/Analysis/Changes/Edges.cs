using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Whether the last one of a range still belongs to it: said in other words, it is easily said otherwise.</summary>
internal static class Edges
{
    private const string Without = @"\bis(Before|After)\(|\.\.<|\buntil\b|\s<\s|\s>\s|exclusive|\.(lt|gt)\(|half_?open";
    private const string With = @"<=|>=|\.\.=|range_?closed|closed_?range|(?<!_)inclusive|\bwhere_?between\b|\bbetween\b|\.(lte|gte)\(|!\s*[\w.]+\.is(Before|After)\(|\bdownTo\b";

    /// <summary>What is not before is the same or after: the last one is in.</summary>
    private const string Not = @"!\s*[\w.]+\.is(Before|After)\(";

    /// <summary>Two comparisons of one thing may say the same with another number; only against a range is it plain.</summary>
    private const string Ranges = @"is(Before|After)\(|\.\.<|\.\.=|\buntil\b|(ex|in)clusive|range_?closed|closed_?range|\bbetween\b|where_?between|half_?open|\bdownTo\b";

    /// <summary>In some languages two dots include what follows them, in others they do not.</summary>
    private const string Dots = @"(?<=[\w)\]])\.\.(?=[\w(\[])";

    /// <summary>What tells of it, when an edge moved; null when none did.</summary>
    public static string? Moved(ImmutableList<string> removed, ImmutableList<string> added, IReadOnlyList<string> files)
    {
        var with = files.Any(file => Text.Has(file, @"\.(kt|kts|rb|groovy|pl)$")) ? $"{With}|{Dots}" : With;
        var without = files.Any(file => Text.Has(file, @"\.rs$")) ? $"{Without}|{Dots}" : Without;
        if (added.Concat(removed).Any(line => Text.Has(line, @"(until|\.\.[=<]?|(?<![-=])[<>]=?)\s*[\w.]+\s*[-+]\s*1\b")))
            return null;
        var (outBefore, outAfter, inBefore, inAfter) = (Count(removed, without) - Count(removed, Not), Count(added, without) - Count(added, Not), Count(removed, with), Count(added, with));
        if (!removed.Concat(added).Any(line => Text.Has(line, Ranges) || Text.Has(line, Dots)))
            return null;
        return outBefore > outAfter && inAfter > inBefore ? added.First(line => Text.Has(line, with))
            : inBefore > inAfter && outAfter > outBefore ? added.First(line => Text.Has(line, without)) : null;
    }

    private static int Count(ImmutableList<string> lines, string words) => lines.Sum(line => Text.Count(line, words));
}
