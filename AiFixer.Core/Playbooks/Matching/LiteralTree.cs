namespace AiFixer.Core.Playbooks.Matching;

/// <summary>The tree of all beginnings of some texts, its nodes numbered by their distance from the root.</summary>
internal sealed class LiteralTree
{
    private readonly List<char> letters = ['\0'];
    private readonly List<int> firstChild = [];
    private readonly List<int> literal = [];
    private readonly List<int> parent = [0];

    private LiteralTree()
    {
    }

    public char[] Letters => [.. letters];

    /// <summary>Where a node's children begin; they end where those of the next begin.</summary>
    public int[] FirstChild => [.. firstChild];

    /// <summary>Which text ends at a node; -1 for none.</summary>
    public int[] Literal => [.. literal];

    public int[] Parent => [.. parent];

    public static LiteralTree Of(IReadOnlyList<string> literals)
    {
        var folded = literals.Select(text => text.ToUpperInvariant()).ToArray();
        var order = Enumerable.Range(0, folded.Length).ToArray();
        Array.Sort(order, (one, other) => string.CompareOrdinal(folded[one], folded[other]));
        var tree = new LiteralTree();
        tree.Grow(folded, order);
        return tree;
    }

    /// <summary>Sorted texts that share a beginning are neighbours: a node is a range of them.</summary>
    private void Grow(string[] folded, int[] order)
    {
        var ranges = new List<(int From, int To, int Depth)> { (0, order.Length, 0) };
        for (var node = 0; node < ranges.Count; node++)
        {
            var (from, to, depth) = ranges[node];
            var ends = from < to && folded[order[from]].Length == depth;
            literal.Add(ends ? order[from] : -1);
            firstChild.Add(ranges.Count);
            while (from < to && folded[order[from]].Length == depth)
                from++;
            while (from < to)
            {
                var letter = folded[order[from]][depth];
                var start = from;
                while (from < to && folded[order[from]][depth] == letter)
                    from++;
                ranges.Add((start, from, depth + 1));
                letters.Add(letter);
                parent.Add(node);
            }
        }

        firstChild.Add(ranges.Count);
    }
}
