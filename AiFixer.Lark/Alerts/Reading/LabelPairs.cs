using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Labels in one line: <c>a="x", b=y</c>.</summary>
internal static partial class LabelPairs
{
    public static IEnumerable<(string Name, string Value)> Of(string text) =>
        Pair().Matches(text).Select(pair => (pair.Groups["name"].Value, pair.Groups["value"].Value)).Where(pair => pair.Item2.Length > 0);

    [GeneratedRegex("""(?<name>[A-Za-z_][\w.]{0,80})\s?=\s?(?:"(?<value>[^"\n]*)"|(?<value>[^,;，；\s{}\]"]+))""")]
    private static partial Regex Pair();
}
