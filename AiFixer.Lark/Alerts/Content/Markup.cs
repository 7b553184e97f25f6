using System.Net;
using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Takes Lark's markup off a text.</summary>
internal static partial class Markup
{
    public static string Plain(string text, TextWriter into)
    {
        foreach (var link in Link().EnumerateMatches(text))
            into.Link(Link().Match(text, link.Index, link.Length).Groups["address"].Value);
        var plain = Link().Replace(text, "${words}");
        plain = Break().Replace(plain, "\n");
        plain = Tag().Replace(plain, "");
        plain = plain.Replace("**", "", StringComparison.Ordinal).Replace("~~", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
        plain = Slanted().Replace(plain, "$1");
        return WebUtility.HtmlDecode(Heading().Replace(plain, ""));
    }

    [GeneratedRegex(@"!?\[(?<words>[^\[\]\n]{0,500})\]\((?<address>[^()\s]{1,2000})\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"<br\s{0,9}/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?(?:at|font|text_tag|number_tag|person|local_datetime|link|raw|a|b|i|u|s|p|div|span|strong|em|del|code)(?:\s[^<>]{0,500})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w*])\*(?!\s)([^*\n]{1,300})\*(?![\w*])")]
    private static partial Regex Slanted();

    [GeneratedRegex(@"^#{1,6}\s+", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
