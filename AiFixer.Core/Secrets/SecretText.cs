using System.Buffers;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Secrets;

/// <summary>Finds what looks like a secret in a text. It cannot find them all: whoever has a secret must not say it.</summary>
public static partial class SecretText
{
    /// <summary>Stands where a secret was.</summary>
    public const string Hidden = "***";

    // In a query or an option something short beside such a name is rather a word.
    private const int ShortestValue = 8;
    private const int ShortestRandom = 12;

    /// <summary>
    /// Without one of these there is nothing to look for, and most texts have none. Each kind has its own, since a pattern costs a
    /// hundred times what looking for them does, and every text that comes in is searched.
    /// </summary>
    private static readonly SearchValues<string> Makers = SearchValues.Create(
        ["eyj", "akia", "asia", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "sk-", "sk_", "rk_", "aiza", "npm_", "hf_",
         "hooks.slack.com", "bearer", "basic"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Names = SearchValues.Create(
        ["pass", "pwd", "secret", "token", "key", "authorization", "cookie", "credential", "signature"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows such a name in sentences of machines, and is no secret.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "expired", "invalid", "missing", "required", "none", "null", "true", "false", "not", "no", "failed", "failure", "denied", "rejected",
        "refused", "wrong", "unknown", "empty", "is", "was", "has", "could", "cannot", "the", "a", "unauthorized", "forbidden",
    };

    /// <summary>Whether something in it looks like a secret.</summary>
    public static bool IsIn(string text)
    {
        if (KnownSecrets.AreIn(text))
            return true;
        if (!MayBeIn(text))
            return false;
        try
        {
            return (HasBlock(text) && Block().IsMatch(text)) || (HasMaker(text) && Credential().IsMatch(text))
                || (HasLogin(text) && InAddress().IsMatch(text)) || (HasName(text) && IsNamed(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The same text, what looks like a secret made unreadable.</summary>
    public static string Masked(string text)
    {
        var masked = KnownSecrets.Masked(text, Hidden);
        try
        {
            if (HasBlock(masked))
                masked = Block().Replace(masked, Hidden);
            if (HasLogin(masked))
                masked = InAddress().Replace(masked, $"${{before}}{Hidden}@");
            if (HasName(masked))
                masked = Option().Replace(Assigned().Replace(masked, static match => IsSecret(match) ? $"{match.Groups["name"].Value}{Hidden}" : match.Value), $"${{name}}{Hidden}");
            return HasMaker(masked) ? Credential().Replace(masked, Hidden) : masked;
        }
        catch (RegexMatchTimeoutException)
        {
            // What cannot be searched in time is not told at all.
            return $"{Hidden} ({text.Length} characters that could not be searched for secrets)";
        }
    }

    /// <summary>Whether it is worth looking: false is sure, true is not.</summary>
    internal static bool MayBeIn(string text) => HasName(text) || HasMaker(text) || HasLogin(text) || HasBlock(text) || KnownSecrets.AreIn(text);

    private static bool HasBlock(string text) => text.Contains("-----BEGIN ", StringComparison.Ordinal);

    private static bool HasMaker(string text) => text.AsSpan().ContainsAny(Makers);

    private static bool HasLogin(string text) => text.Contains('@', StringComparison.Ordinal) && text.Contains("://", StringComparison.Ordinal);

    /// <summary>The sign of Kelvin is a k to a pattern that does not look at letters' case, and not to a search for words.</summary>
    private static bool HasName(string text) => text.AsSpan().ContainsAny(Names) || text.Contains('\u212A', StringComparison.Ordinal);

    private static bool IsNamed(string text) =>
        Option().IsMatch(text) || Assigned().Matches(text).Any(match => match.Groups["value"].Length >= ShortestValue && IsSecret(match));

    /// <summary>
    /// Some names stand in sentences and in names of things too: "pod auth-token: CrashLoopBackOff", "acme/auth-token:1.4". After a
    /// bare colon only what nobody would say is a secret there.
    /// </summary>
    private static bool IsSecret(Match match)
    {
        var value = match.Groups["value"].Value;
        if (Words.Contains(value))
            return false;
        if (!match.Groups["weak"].Success)
            return true;
        var between = match.Groups["between"].Value;
        if (between.Contains(':', StringComparison.Ordinal) && between.AsSpan().IndexOfAny('"', '\'') < 0)
            return !match.Groups["path"].Success && !match.Groups["glued"].Success && LooksRandom(value);
        return !(value.Length <= ShortestValue && value.All(char.IsAsciiDigit));
    }

    private static bool LooksRandom(string value) =>
        value.Length >= ShortestRandom && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter);

    // A cut-off block has no end.
    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*-----|\z)", RegexOptions.None, 1000)]
    private static partial Regex Block();

    // Tokens of well-known makers, JSON web tokens, and what follows the scheme of an Authorization header.
    [GeneratedRegex(
        @"\b(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*|A(?:KI|SI)A[0-9A-Z]{12,}|gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{8,}|sk-[A-Za-z0-9_-]{16,}|[sr]k_(?:live|test)_[A-Za-z0-9]{12,}|AIza[A-Za-z0-9_-]{30,}|npm_[A-Za-z0-9]{30,}|hf_[A-Za-z0-9]{30,}|(?<=hooks\.slack\.com/services/)[A-Za-z0-9/]{16,}|(?<=\b(?i:bearer|basic) )[A-Za-z0-9._~+/=-]{20,})",
        RegexOptions.None,
        1000)]
    private static partial Regex Credential();

    // Within JSON that is a text within JSON the quotes have backslashes. What ends a path is the name of an image or a file.
    [GeneratedRegex(
        """(?:(?<=(?<path>/)[\w.-]{0,80}))?(?:(?<=(?<glued>[a-z])))?(?<name>(?:(?<weak>pass|secret|token|signature)|pass(?:word|wd|phrase)|pwd|(?:api|access|private|encrypt|encryption|account|signing)[_-]?key|authorization|(?:set-)?cookie|credentials?)(?<between>\\*["']?\s*[=:]\s*\\*["']?)(?:(?:bearer|basic)\s+)?)(?!\*\*\*)(?<value>[^\s"',;&}\\]+)""",
        RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"(?<name>(?<![\w-])--?(?:password|passwd|token|secret|api-?key)\s+)(?![-*])\S+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<before>[a-z][a-z0-9+.-]{0,20}://[^\s/:@]{0,200}:)[^\s/@]{1,500}@", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InAddress();
}
