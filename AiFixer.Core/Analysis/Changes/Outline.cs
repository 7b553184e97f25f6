using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What a line of a setting stands under: <c>enabled: true</c> says little, that it is of <c>wallets</c> says more.</summary>
internal static partial class Outline
{
    /// <summary>The lines that came, each with the names over it, the nearest first, and the name that a list gives it in the line before.</summary>
    public static IEnumerable<(string Text, ImmutableList<string> Under, string? Name)> NewLines(Hunk hunk)
    {
        string? name = null;
        var over = new Stack<(int Indent, string Name)>();
        foreach (var (text, isNew) in hunk.After)
        {
            var indent = text.Length - text.AsSpan().TrimStart().Length;
            while (over.TryPeek(out var nearest) && indent <= nearest.Indent)
                over.Pop();
            if (isNew)
                yield return (text, [.. over.Select(one => one.Name)], name);
            name = Named().Match(text) is { Success: true } named ? named.Groups[1].Value : null;
            if (Opens().Match(text) is { Success: true } opens)
                over.Push((indent, opens.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"^\s*-?\s*""?(?:name|key|parameter_?name)""?\s*[:=]\s*[""']?([\w./-]+)[""']?,?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*-?\s*(?:resource\s+|block\s+)?[""']?([\w./-]+)[""']?(?:\s+""[^""]*"")*\s*(?::|[:=]?\s*[{\[(])\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opens();
}
