using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Values that a change gives a name: the line that uses the name says what it said with the value.</summary>
internal static partial class Constants
{
    public static Dictionary<string, string> In(IEnumerable<string> added)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var match in added.Select(line => Named().Match(line)).Where(match => match.Success))
            named[match.Groups["name"].Value] = match.Groups["value"].Value;
        return named;
    }

    /// <summary>A line with the values in place of their names.</summary>
    public static string Written(string line, Dictionary<string, string> named) =>
        Name().Replace(line, match => named.GetValueOrDefault(match.Groups["name"].Value) ?? match.Value).Trim();

    [GeneratedRegex(@"^\s*(?:[\w<>]+\s+)*(?<name>[A-Za-z_]\w{2,})(?:\s*:\s*[\w<>]+)?\s*:?=\s*(?<value>-?\d[\d_.]*|""[^""]*""|'[^']*')[;,]?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:\b[A-Za-z_]\w*(?:\.|::))*\b(?<name>[A-Za-z_]\w{2,})\b(?!\s*\()", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
