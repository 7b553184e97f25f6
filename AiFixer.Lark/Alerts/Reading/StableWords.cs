using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>
/// The words of a sentence that stay while the trouble does. Figures, times and ids are not told apart; names with a number,
/// such as <c>node-3</c>, are.
/// </summary>
internal static partial class StableWords
{
    private const int LongestNumber = 4;

    public static string Of(string text) => string.Join(' ', Word().Matches(text).Select(word => Stable(word.Value)).Where(word => word.Length > 0));

    private static string Stable(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('0', '9'))
            return word.ToLowerInvariant();
        return char.IsAsciiLetter(word[0]) && !LongNumber().IsMatch(word) && !IsHash(word) ? word.ToLowerInvariant() : "";
    }

    private static bool IsHash(string word) => word.Length >= 2 * LongestNumber && Hash().IsMatch(word);

    // Chinese is written without spaces: there a number does not make one word of what is around it.
    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9_.:%+/-]*|[\p{L}-[A-Za-z]]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^[0-9a-f-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();
}
