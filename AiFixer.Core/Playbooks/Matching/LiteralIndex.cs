using System.Buffers;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>
/// Finds which of many texts occur in one, in one pass over it however many there are (Aho and Corasick's automaton), whatever
/// the letters' case. The nodes are numbered by their distance from the root, so that the children of one lie side by side.
/// </summary>
internal sealed class LiteralIndex
{
    private const int Root = 0;
    private const int None = -1;

    private readonly char[] letters;
    private readonly int[] firstChild;
    private readonly int[] literal;
    private readonly int[] fallback;
    private readonly int[] shorter;
    private readonly int[] fromRoot = new int[char.MaxValue + 1];

    /// <param name="literals">The numbers that are found are their places here.</param>
    public LiteralIndex(IReadOnlyList<string> literals)
    {
        Count = literals.Count;
        var tree = LiteralTree.Of(literals);
        (letters, firstChild, literal) = (tree.Letters, tree.FirstChild, tree.Literal);
        fallback = new int[letters.Length];
        shorter = new int[letters.Length];
        for (var child = firstChild[Root]; child < firstChild[Root + 1]; child++)
            fromRoot[letters[child]] = child;
        Connect(tree.Parent);
    }

    public int Count { get; }

    /// <summary>Adds every text that occurs, each once.</summary>
    public void Find(string text, List<int> found)
    {
        var folded = ArrayPool<char>.Shared.Rent(text.Length);
        var seen = ArrayPool<bool>.Shared.Rent(Count);
        Array.Clear(seen, 0, Count);
        text.AsSpan().ToUpperInvariant(folded);
        var node = Root;
        for (var i = 0; i < text.Length; i++)
        {
            node = Next(node, folded[i]);
            for (var end = literal[node] != None ? node : shorter[node]; end != Root; end = shorter[end])
            {
                if (seen[literal[end]])
                    continue;
                seen[literal[end]] = true;
                found.Add(literal[end]);
            }
        }

        ArrayPool<char>.Shared.Return(folded);
        ArrayPool<bool>.Shared.Return(seen);
    }

    /// <summary>From each node the longest end of what led to it that is a beginning too, and the nearest such that is a text.</summary>
    private void Connect(int[] parent)
    {
        for (var node = 1; node < letters.Length; node++)
        {
            fallback[node] = parent[node] == Root ? Root : Next(fallback[parent[node]], letters[node]);
            shorter[node] = literal[fallback[node]] != None ? fallback[node] : shorter[fallback[node]];
        }
    }

    private int Next(int node, char letter)
    {
        for (; node != Root; node = fallback[node])
        {
            var (first, count) = (firstChild[node], firstChild[node + 1] - firstChild[node]);
            var at = letters.AsSpan(first, count).IndexOf(letter);
            if (at >= 0)
                return first + at;
        }

        return fromRoot[letter];
    }
}
