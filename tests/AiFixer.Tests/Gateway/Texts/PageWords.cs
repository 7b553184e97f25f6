using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Tests.Gateway.Texts;

/// <summary>Finds the words that stand in a page itself.</summary>
internal static partial class PageWords
{
    /// <summary>Words that are the same in every language.</summary>
    private static readonly string[] Names = ["AiFixer", "ms"];

    public static IReadOnlyList<string> Of(string page)
    {
        var markup = Code().Replace(page, "");
        var (plain, inner) = WithoutExpressions(markup);
        var attributes = Attribute().Matches(markup).Select(match => match.Groups[1].Value);
        var sentences = Sentence().Matches(markup).Select(match => match.Groups[1].Value);
        var texts = Tag().Replace(plain, "\n").Split('\n').Concat(inner);
        return [.. attributes.Concat(sentences).Concat(texts).Select(text => text.Trim(' ', '·', '{', '}', '(', ')')).Where(text => Letters().IsMatch(text) && !Names.Contains(text))];
    }

    private static (string Plain, List<string> Inner) WithoutExpressions(string markup)
    {
        var (plain, inner) = (new StringBuilder(), new List<string>());
        for (var i = 0; i < markup.Length; i++)
        {
            if (markup[i] != '@')
            {
                plain.Append(markup[i]);
                continue;
            }

            var end = End(markup, i + 1);
            inner.AddRange(Template().Matches(markup[i..end]).Select(match => match.Groups[1].Value));
            i = end - 1;
        }

        return (Else().Replace(plain.ToString(), ""), inner);
    }

    /// <summary>Where an expression ends: after its names, calls and indexes.</summary>
    private static int End(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is '(' or '[')
                at = Closing(text, at);
            else if (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '!' || (text[at] is '.' or '?' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '.')))
                at++;
            else if (text[at] == ' ' && Keyword().IsMatch(text[..at]))
                at++;
            else
                break;
        }

        return at;
    }

    private static int Closing(string text, int at)
    {
        var (depth, quoted) = (0, false);
        for (; at < text.Length; at++)
        {
            if (text[at] == '"')
                quoted = !quoted;
            else if (!quoted && text[at] is '(' or '[')
                depth++;
            else if (!quoted && text[at] is ')' or ']' && --depth == 0)
                return at + 1;
        }

        return at;
    }

    [GeneratedRegex(@"@code \{[\s\S]*$|^@(using|inject) .*$", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"@(if|foreach|switch)$")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\s*else( if \(.*\))?\s*$", RegexOptions.Multiline)]
    private static partial Regex Else();

    // Attributes that people see or hear.
    [GeneratedRegex("""
        \b(?:title|placeholder|aria-label|alt|label|Title)="([^"@]+)"
        """)]
    private static partial Regex Attribute();

    // In an expression: a text that begins as a sentence does.
    [GeneratedRegex("""
        [?:(,] \$?"([A-Z][^"/]*)"
        """)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"@<[^<>]*>([^<>@]+)<")]
    private static partial Regex Template();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();
}
