using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Settings that moved to another place and have another value there.</summary>
internal static partial class MovedSettings
{
    private const int MostLines = 200;

    public static IEnumerable<SettingChange> In(ImmutableArray<Hunk> hunks)
    {
        for (var here = 0; here < hunks.Length; here++)
        {
            foreach (var (name, value, line) in hunks[here].Removed.Take(MostLines).SelectMany(Set))
            {
                if (hunks[here].Added.Any(added => added.Contains(name, StringComparison.Ordinal)))
                    continue;
                var other = hunks.Where((_, there) => there != here).SelectMany(hunk => hunk.Added.Take(MostLines)).FirstOrDefault(added => Mentions(added, name));
                if (other is not null && Numbers().Match(other[(other.IndexOf(name, StringComparison.Ordinal) + name.Length)..]) is { Success: true } number && number.Value != value)
                    yield return new(name, $"{line} {other}", value, number.Value, Quantities.Read(value), Quantities.Read(number.Value));
            }
        }
    }

    /// <summary>
    /// Two lines that differ in one name only, of which the old one was set in what went, to numbers that all came back under the
    /// same keys.
    /// </summary>
    public static bool IsSameElsewhere(string gone, string came, ReadChange change)
    {
        var (before, after) = (Names().Matches(gone).Select(m => m.Value).ToList(), Names().Matches(came).Select(m => m.Value).ToList());
        var differ = before.Count == after.Count ? before.Zip(after).Where(pair => pair.First != pair.Second).Distinct().ToList() : [];
        if (differ is not [var (was, _)] || Names().Replace(gone, "?") != Names().Replace(came, "?"))
            return false;
        var values = change.Delta.LinesRemoved.Where(line => line != gone && Mentions(line, was)).SelectMany(line => Keyed().Matches(line)).Select(Pair).ToList();
        var now = change.Delta.LinesAdded.SelectMany(line => Keyed().Matches(line)).Select(Pair).Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2);
        return values.Count > 0 && values.TrueForAll(value => now[value.Item1].SequenceEqual([value.Item2]));

        static (string, string) Pair(Match set) => (set.Groups[1].Value, set.Groups[2].Value);
    }

    /// <summary>A name that is somebody's own and not found everywhere, and the number it is set to.</summary>
    private static IEnumerable<(string Name, string Value, string Line)> Set(string line) =>
        Assigned().Matches(line).Where(match => match.Groups[1].Value is { Length: >= 8 } name && (name.Contains('_', StringComparison.Ordinal) || name.Contains('-', StringComparison.Ordinal) || name.Skip(1).Any(char.IsUpper)))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, line));

    private static bool Mentions(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && (at + name.Length == line.Length || !char.IsLetterOrDigit(line[at + name.Length]));
    }

    [GeneratedRegex(@"([A-Za-z][\w-]*)""?\s*[:=]\s*""?(\d+(?:\.\d+)?(?:ns|us|ms|s|m|h|d|Ki|Mi|Gi|Ti|KB|MB|GB|K|M|G|%)?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"([A-Za-z][\w-]*)""?\s*[:=]\s*""?(\d+(?:\.\d+)?)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Keyed();

    [GeneratedRegex(@"(?<![\w.])\d+(?:\.\d+)?(?:ns|us|ms|s|m|h|d|Ki|Mi|Gi|Ti|KB|MB|GB|K|M|G|%)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
