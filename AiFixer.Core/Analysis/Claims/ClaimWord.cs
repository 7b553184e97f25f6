using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Tells names, hashes and moments from plain words.</summary>
internal static partial class ClaimWord
{
    private static readonly HashSet<string> Abbreviations = ["e.g", "i.e", "etc", "vs", "approx", "no", "k8s", "i/o", "n/a", "a.m", "p.m"];

    /// <summary>Parts of compounds that make a word of the language and not a name.</summary>
    private static readonly HashSet<string> Joints =
    [
        "of", "to", "by", "in", "on", "up", "out", "off", "down", "over", "under", "and", "or", "the", "a", "an", "at", "non", "re", "pre", "post", "self",
        "cross", "well", "high", "low", "long", "short", "read", "write", "only", "based", "related", "side", "level", "wide", "time", "bound", "free",
        "running", "lived", "known", "like", "new", "old", "first", "last", "single", "multi", "half", "full", "one", "two", "three", "per", "end", "back",
        "still", "so", "co", "mid", "then", "now", "pull", "minute", "second", "hour", "day", "fold", "wise", "driven", "induced", "specific", "facing", "stream",
    ];

    public static string Trimmed(string word) => word.Trim('.', ',', ';', ':', '-', '/', '=', '+', '#', '<', '>', '~').TrimEnd('@');

    public static IEnumerable<ClaimValue> Of(string word, IReadOnlySet<string> known)
    {
        if (known.Contains(word.ToLowerInvariant()))
            return [new ClaimValue.Name(word)];
        if (Abbreviations.Contains(word.ToLowerInvariant()) || Convention().IsMatch(word))
            return [];
        if (Moment().IsMatch(word))
            return [new ClaimValue.Moment(word)];
        if (Sha().IsMatch(word) && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter))
            return [new ClaimValue.Sha(word)];
        if (Range().Match(word) is { Success: true } range)
            return Of(range.Groups["from"].Value, known).Concat(Of(range.Groups["to"].Value, known));
        return IsName(word) ? [new ClaimValue.Name(word)] : [];
    }

    private static bool IsName(string word)
    {
        if (!word.Any(char.IsAsciiLetter))
            return false;
        if (word.Any(c => char.IsAsciiDigit(c) || c is '_' or '.' or ':' or '@'))
            return !CountedThing().IsMatch(word);
        if (word.Contains('/', StringComparison.Ordinal))
            return word.Split('/').Any(part => part.Length > 0 && IsName(part));
        if (word.Contains('-', StringComparison.Ordinal))
            return !word.ToLowerInvariant().Split('-').Any(part => Joints.Contains(part) || part.Length < 2);
        return Humps().IsMatch(word);
    }

    // Percentiles, classes of status codes, priorities, versions of protocols: ways of speaking, which evidence writes otherwise.
    [GeneratedRegex(@"^(?:p\d{2}(?:\.\d+)?|[1-5]xx|P[0-4]|HTTP/\d(?:\.\d)?|IPv[46]|UTF-?8|L[47]|[A-Z]{1,2}\d?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Convention();

    // "5-minute", "3x", "2nd": a number with a word, which is no name.
    [GeneratedRegex(@"^\d+(?:st|nd|rd|th|-[a-z]+|x)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CountedThing();

    [GeneratedRegex(@"^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?<from>\d{1,2}:\d{2}(?::\d{2})?Z?)-(?<to>\d{1,2}:\d{2}(?::\d{2})?Z?)\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^[0-9a-fA-F]{7,64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sha();

    // OOMKilled, CrashLoopBackOff, checkoutService; not "Kubernetes", and not "CPUs".
    [GeneratedRegex(@"[a-z][A-Z]|[A-Z]{2,}[a-z]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Humps();
}
