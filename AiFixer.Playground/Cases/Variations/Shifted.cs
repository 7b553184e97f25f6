using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>
/// Everything happens some weeks later, in texts as well. Whole weeks: a time of day that a text tells without its date stays right.
/// </summary>
internal static partial class Shifted
{
    private const int Days = 35;

    public static VariedCase? Apply(CaseContents contents) =>
        new(contents with { Files = contents.Files.ToImmutableSortedDictionary(file => file.Key, file => Date().Replace(file.Value, Later), StringComparer.Ordinal) });

    private static string Later(Match date) => DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : date.Value;

    [GeneratedRegex(@"(?<![0-9A-Za-z-])20\d\d-\d\d-\d\d(?![0-9-])")]
    private static partial Regex Date();
}
