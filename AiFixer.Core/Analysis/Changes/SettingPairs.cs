using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Finds the values that a hunk replaced: a line that went and one that came say the same but for a value.</summary>
internal static partial class SettingPairs
{
    /// <summary>Each line that went is compared with each that came.</summary>
    private const int MostLines = 40;
    private const double Alike = 0.4;

    /// <summary>Of the words that stand for yes and no.</summary>
    private const int LongestWord = 5;

    public static IEnumerable<SettingChange> In(Hunk hunk, string where)
    {
        var added = Outline.NewLines(hunk).Take(MostLines).Select(line => (Text: SourceText.WithDurations(line.Text), line.Under, line.Name)).ToList();
        foreach (var line in hunk.Removed.Take(MostLines).Select(SourceText.WithDurations))
        {
            // A name that stands there as before, only elsewhere, was replaced by no other; a number may be another one's.
            if (Values(line) is [{ Text: var named }] && !named.Any(char.IsDigit) && named.Length > LongestWord && added.FindIndex(a => a.Text.Trim() == line.Trim()) is >= 0 and var same)
            {
                added.RemoveAt(same);
                continue;
            }

            var other = added.OrderByDescending(a => Likeness(line, a.Text)).FirstOrDefault();
            if (other.Text is null || Likeness(line, other.Text) < Alike || line.Trim() == other.Text.Trim())
                continue;
            var (from, to) = (Values(line), Values(other.Text));
            if (from.Length == 0 || to.Length == 0)
                continue;
            added.Remove(other);
            foreach (var (was, now) in from.Length == to.Length ? from.Zip(to) : SameKeys(from, to))
            {
                if (was.Text != now.Text)
                    yield return new(was.Key is "value" or "val" && other.Name is { } name ? name : was.Key, $"{line} {hunk.Head} {where}", was.Text, now.Text, Quantities.Read(was.Text), Quantities.Read(now.Text)) { Under = other.Under };
            }
        }
    }

    private static IEnumerable<((string Key, string Text), (string Key, string Text))> SameKeys(
        ImmutableArray<(string Key, string Text)> from, ImmutableArray<(string Key, string Text)> to) =>
        from.Where(f => f.Key.Length > 0).SelectMany(f => to.Where(t => t.Key == f.Key).Take(1).Select(t => (f, t)));

    private static double Likeness(string one, string other)
    {
        var (a, b) = (SourceText.Words(Bare(one)).ToHashSet(StringComparer.Ordinal), SourceText.Words(Bare(other)).ToHashSet(StringComparer.Ordinal));
        var union = a.Union(b).Count();
        return union == 0 ? 0 : (double)a.Intersect(b).Count() / union;
    }

    private static string Bare(string line) => Value().Replace(line, m => m.Groups["value"].Success ? m.Groups["key"].Value : m.Value);

    private static ImmutableArray<(string Key, string Text)> Values(string line) =>
    [
        .. Value().Matches(line).Where(m => m.Groups["value"].Success).Select(m => (Key: Key(line, m), Text: m.Groups["value"].Value.Trim('"', '\'', '`'))),
    ];

    /// <summary>The name that stands before the value: of the setting, of the argument, or of what is called.</summary>
    private static string Key(string line, Match match) =>
        SourceText.Words(line[..match.Groups["value"].Index]).LastOrDefault(w => w is not ("ctx" or "time" or "return" or "const" or "var" or "let" or "int" or "new")) ?? "";

    /// <summary>Numbers with a unit, quoted texts that are no names of values, truth values, and the one word that a line of settings gives.</summary>
    [GeneratedRegex(
        """(?:"[^"]*"|'[^']*')(?=:)|(?<key>)(?<value>"[^"]*"|'[^']*'|`[^`]*`|(?<![\w.])-?\d+(?:_\d+)*(?:\.\d+)?(?:ns|us|ms|s|m|h|d|Ki|Mi|Gi|Ti|KB|MB|GB|K|M|G|%)?(?![\w])|\b(?:true|false|True|False|on|off|yes|no)\b)|(?<=^\s*[\w.-]+\s*[:=]\s*)(?<key>)(?<value>[\w./:-]+)\s*$""",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Value();
}
