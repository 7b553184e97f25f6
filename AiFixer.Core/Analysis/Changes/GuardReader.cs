using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Finds checks that a change took away: of absence, of bounds, of failure.</summary>
internal static partial class GuardReader
{
    public static ImmutableList<string> Gone(ImmutableList<string> removed, IReadOnlyList<string> remaining) =>
        [.. removed.Where(line => Guard().IsMatch(line) && !remaining.Any(other => Guard().IsMatch(other) && SameThing(line, other))).Select(line => line.Trim())];

    private static bool SameThing(string one, string other)
    {
        var (a, b) = (Things(one), Things(other));
        return a.Count > 0 && a.Count(b.Contains) * 2 >= a.Count;
    }

    private static HashSet<string> Things(string line) =>
        SourceText.Words(line).Where(w => !Common().IsMatch(w)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*\}?\s*(else\s+)?(if|unless|guard|assert\w*|require\w*|elif|when)\b.*(\bnil\b|\bnull\b|\bNone\b|\bundefined\b|\bNULL\b|len\(|\.length|\.Length|\.size\(|Empty|exists|\bok\b|isPresent|HasValue|hasOwnProperty|\bin\b|typeof|instanceof|[<>]=?|err\b|!\w|\bnot\b)|\?\.|\?\?|\bgetOrDefault\(|\.get\([^,)]+,[^)]+\)|\borElse\w*\(|^\s*(try|except|catch|rescue|finally)\b|\b(recover|Try\w+)\(", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guard();

    [GeneratedRegex("^(if|else|elif|nil|null|None|undefined|not|and|or|len|length|is|in|ok|err|return|unless|guard|try|catch|except|typeof|size|var|let|const)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Common();
}
