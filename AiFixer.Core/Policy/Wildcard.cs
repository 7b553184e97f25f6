using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>Patterns in which <c>*</c> stands for anything. Letters' case does not matter: a fence does not hang on it.</summary>
public static class Wildcard
{
    public static bool MatchesAny(ImmutableList<string> patterns, string text)
    {
        foreach (var pattern in patterns)
        {
            if (Matches(pattern, text))
                return true;
        }

        return false;
    }

    /// <summary>Takes time in proportion to both lengths, whatever the pattern.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == text[t] || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (mark, p, t) = (mark + 1, star + 1, mark + 1);
            else
                return false;
        }

        return !pattern.AsSpan(p).ContainsAnyExcept('*');
    }
}
