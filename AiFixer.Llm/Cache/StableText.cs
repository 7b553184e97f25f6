using System.Text.RegularExpressions;

namespace AiFixer.Llm.Cache;

/// <summary>
/// A text without the numbers that change from minute to minute: measurements, moments, durations. Numbers that tell one
/// trouble from another stay: those in names and versions, ports, status and exit codes.
/// </summary>
internal static partial class StableText
{
    private const string Gone = "#";

    public static string Of(string text) => Measurement().Replace(Telling().Replace(Moment().Replace(text, Gone), Kept), Changing);

    /// <summary>A mark that a number before it is no measurement; it does not occur in text.</summary>
    private const string Mark = "\uE000";

    private static string Kept(Match match) => match.Groups["before"].Value + string.Concat(match.Groups["number"].Value.Select(digit => $"{digit}{Mark}"));

    private static string Changing(Match match) => Gone;

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\b\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex("(?<before>\\b(?:http|status|code|exit|signal|errno|port|line|revision|sqlstate)[\"'=: _]{0,3}(?:code[\"'=: ]{1,3})?)(?<number>\\d{1,6})\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Telling();

    // Not within a word: a letter, a dot or a dash before or after makes it a part of a name, a version or an address.
    [GeneratedRegex(@"(?<![A-Za-z0-9_./@\uE000-])(?<![A-Za-z0-9]:)-?\d+(?:[.,]\d+)*(?:\s?(?:%|[µnm]?s|m|h|d|[KMGT]i?B?|B|rps|min)(?![A-Za-z0-9]))*(?![A-Za-z0-9_/@\uE000-]|\.\d|:\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Measurement();
}
