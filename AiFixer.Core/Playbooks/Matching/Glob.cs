namespace AiFixer.Core.Playbooks.Matching;

/// <summary>Names in which <c>*</c> stands for any letters; their case does not matter.</summary>
internal static class Glob
{
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark) = (p++, t);
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    public static bool IsExact(string pattern) => !pattern.Contains('*', StringComparison.Ordinal);
}
