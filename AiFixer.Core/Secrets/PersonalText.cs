using System.Text.RegularExpressions;

namespace AiFixer.Core.Secrets;

/// <summary>Finds what looks like data about a person: mail addresses, telephone numbers, numbers of cards and of identity papers.</summary>
public static partial class PersonalText
{
    private const int ShortestCard = 13;

    /// <summary>The same text, what looks personal replaced by what it was.</summary>
    public static string Masked(string text)
    {
        var masked = Mail().Replace(text, "[mail]");
        masked = Identity().Replace(masked, "[id]");
        masked = Card().Replace(masked, match => IsCard(match.Value) ? "[card]" : match.Value);
        return Phone().Replace(masked, match => $"{match.Groups["before"].Value}[phone]");
    }

    /// <summary>Long numbers are common where machines talk; those of cards carry a check digit.</summary>
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        if (digits.Length < ShortestCard)
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,24}(?![A-Za-z0-9-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail();

    // Eighteen digits with a date of birth in them.
    [GeneratedRegex(@"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![\d.A-Za-z-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\d.A-Za-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Card();

    // Digits alone may be bytes or moments: a telephone number has a plus, a word before it, or marks within.
    [GeneratedRegex("""(?<before>(?:\b(?:phone|mobile|tel|telephone|msisdn)|手机号?|电话)["']?\s*[=:：]?\s*["']?)\+?\d[\d -]{5,15}\d|(?<![\w+])\+\d{1,3}[ -]?\d[\d -]{6,12}\d(?!\d)|(?<![\d-])1[3-9]\d[ -]\d{4}[ -]\d{4}(?![\d-])|(?<=")1[3-9]\d{9}(?=")""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();
}
