using System.Text.RegularExpressions;

namespace AiFixer.Core.Secrets;

/// <summary>Finds what looks like a secret in a text. It cannot find them all: whoever has a secret must not say it.</summary>
public static partial class SecretText
{
    private const string Mask = "***";

    // In a query or an option something short beside such a name is rather a word.
    private const int ShortestValue = 8;

    /// <summary>Whether something in it looks like a secret.</summary>
    public static bool IsIn(string text) =>
        Block().IsMatch(text) || Credential().IsMatch(text) || InAddress().IsMatch(text)
        || Assigned().Matches(text).Any(match => match.Groups["value"].Length >= ShortestValue);

    /// <summary>The same text, what looks like a secret made unreadable.</summary>
    public static string Masked(string text)
    {
        var masked = Block().Replace(text, Mask);
        masked = InAddress().Replace(masked, $"${{before}}{Mask}@");
        masked = Assigned().Replace(masked, $"${{name}}{Mask}");
        return Credential().Replace(masked, Mask);
    }

    // A cut-off block has no end.
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*-----|\z)", RegexOptions.None, 1000)]
    private static partial Regex Block();

    // Tokens of well-known makers, JSON web tokens, and what follows the scheme of an Authorization header.
    [GeneratedRegex(
        @"\b(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*|AKIA[0-9A-Z]{12,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{8,}|sk-[A-Za-z0-9_-]{16,}|(?<=\b(?i:bearer|basic) )[A-Za-z0-9._~+/=-]{20,})",
        RegexOptions.None,
        1000)]
    private static partial Regex Credential();

    [GeneratedRegex(
        """(?<name>(?:pass(?:word|wd)?|pwd|secret|token|(?:api|access|private|encrypt)[_-]?key|authorization|credentials?)["']?\s*[=:]\s*["']?(?:(?:bearer|basic)\s+)?)(?!\*\*\*)(?<value>[^\s"',;&}]+)""",
        RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"(?<before>[a-z][a-z0-9+.-]{0,20}://[^\s/:@]{0,200}:)[^\s/@]{1,500}@", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InAddress();
}
