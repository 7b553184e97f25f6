using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Finds in a sentence what evidence can show or not.</summary>
internal static partial class ClaimValues
{
    private const int ShortestQuote = 2;

    /// <param name="known">Names of this incident that do not look like names, such as a service called <c>cart</c>.</param>
    /// <param name="isId">Whether a word is the id of evidence, which says nothing of what is in it.</param>
    public static IReadOnlyList<ClaimValue> Of(string claim, IReadOnlySet<string> known, Func<string, bool> isId)
    {
        var values = new List<ClaimValue>();
        var rest = Quotation().Replace(claim, match =>
        {
            values.AddRange(Parts(match).Where(part => part.Length >= ShortestQuote).Select(part => new ClaimValue.Quoted(part)));
            return " ";
        });
        var words = Word().Matches(rest).Select(match => match.Value).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var word = ClaimWord.Trimmed(words[i]);
            if (word.Length == 0 || isId(word) || IsUnitOf(words, i, word))
                continue;
            if (Quantity.Parse(word.TrimStart('~', '>', '<', '≈', '≥', '≤', '=')) is { } quantity)
                values.AddRange(Number(words, i, quantity));
            else
                values.AddRange(ClaimWord.Of(word, known));
        }

        return values;
    }

    private static IEnumerable<ClaimValue> Number(List<string> words, int at, Quantity quantity)
    {
        var before = at > 0 ? words[at - 1].ToLowerInvariant() : "";
        var sign = words[at][..^words[at].TrimStart('~', '>', '<', '≈', '≥', '≤', '=').Length];
        if (quantity.Unit.Length == 0 && at + 1 < words.Count && UnitIn(words[at + 1]) is { } unit)
            quantity = quantity with { Unit = unit };
        if (NumberWords.IsWindow(before))
            yield break;
        var bound = NumberWords.BoundOf(sign.Length > 0 ? sign : before, at > 1 ? words[at - 2].ToLowerInvariant() : "");
        yield return new ClaimValue.Number(words[at], quantity, bound);
    }

    private static bool IsUnitOf(List<string> words, int at, string word) =>
        at > 0 && char.IsAsciiDigit(words[at - 1][^1]) && UnitIn(word) is not null;

    private static string? UnitIn(string word) =>
        Quantity.Parse("1" + word.TrimEnd('.', ',', ';')) is { Unit: { Length: > 0 } unit } ? unit : null;

    /// <summary>What was left out of a quotation is not looked for.</summary>
    private static string[] Parts(Match quotation) =>
        quotation.Groups["said"].Value.Split(["…", "..."], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("\"(?<said>[^\"]{1,2000})\"|“(?<said>[^”]{1,2000})”|`(?<said>[^`]{1,2000})`|「(?<said>[^」]{1,2000})」|(?<![A-Za-z0-9])['‘](?<said>[^'’]{1,2000})['’](?![A-Za-z0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quotation();

    // Chinese needs no spaces between words; what is of interest in it is written in ASCII, and a few signs and units.
    [GeneratedRegex(@"[~<>=≥≤≈]*\d{1,3}(?:,\d{3})+(?:\.\d+)?[A-Za-z%]*|[A-Za-z0-9_./:@%+~<>=≥≤≈µ×#-]+|超过|高于|低于|不到|大约|约|近|毫秒|秒|分钟|倍|次|个", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
