using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>What stands between quotes.</summary>
internal static partial class QuotedTexts
{
    public static IEnumerable<string> In(string line) =>
        Quoted().Matches(line).Select(m => m.Groups[1].Value + m.Groups[2].Value + m.Groups[3].Value).Where(text => text.Length > 0);

    [GeneratedRegex("""(?:"([^"]*)"|'([^']*)'|`([^`]*)`)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();
}
