using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Prometheus;

/// <summary>Recognizes a query that is nothing but a metric's name, with or without matchers.</summary>
internal static partial class BareSelector
{
    /// <summary>The metric's name; null when the query is anything more, or names no metric.</summary>
    public static string? Name(string query) => Shape().Match(query) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex(
        """
        ^\s*(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\s*(\{([^{}"'`]|"(\\.|[^"\\])*"|'(\\.|[^'\\])*'|`[^`]*`)*\})?\s*\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
