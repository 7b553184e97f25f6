using System.Buffers;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Lines of sources in any language, as far as one can read them without a compiler.</summary>
internal static partial class SourceText
{
    private const int Patience = 1000;
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("{}()[];, \t");

    /// <summary>It is more than blank, a comment, a brace, or an import.</summary>
    public static bool Matters(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 0 && !text.StartsWith("//") && !text.StartsWith("/*") && !text.StartsWith("*") && !text.StartsWith("--")
            && !(text[0] == '#' && !text.StartsWith("#[")) && text.IndexOfAnyExcept(Punctuation) >= 0 && !Import().IsMatch(line);
    }

    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    /// <summary>Words and, of compound ones, their parts, in small letters.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        foreach (var word in Words(text))
        {
            var parts = Part().Matches(word);
            if (parts.Count > 1)
                yield return word.ToLowerInvariant();
            foreach (Match part in parts)
                yield return part.Value.ToLowerInvariant();
        }
    }

    /// <summary>Names that are called.</summary>
    public static IEnumerable<string> Calls(string line) =>
        Call().Matches(line).Select(m => m.Groups[1].Value).Where(name => !Keywords().IsMatch(name));

    /// <summary>The same with durations that are written as products or calls in one form: <c>5*time.Second</c> is <c>5s</c>.</summary>
    public static string WithDurations(string line) => OfUnit().Replace(
        Product().Replace(line, m => m.Groups[1].Value + Unit(m.Groups[2].Value)),
        m => m.Groups[2].Value + Unit(m.Groups[1].Value));

    /// <summary>A function is made here rather than called.</summary>
    public static bool Defines(string line) => Definition().IsMatch(line);

    private static string Unit(string name) => name.ToLowerInvariant() switch
    {
        ['n', ..] => "ns",
        ['m', 'i', 'c', ..] => "us",
        ['m', 'i', 'l', ..] => "ms",
        ['s', ..] => "s",
        ['m', 'i', 'n', ..] => "m",
        ['h', ..] => "h",
        ['d', ..] => "d",
        _ => "",
    };

    [GeneratedRegex(@"^\s*(import\b|using\s+[\w.]+;|from\s+\S+\s+import\b|#include\b|package\b|require\s*\(?[""'][^""']*[""']\)?\s*;?$|""[\w./-]+""\s*$|}\s*from\s+[""'])", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Import();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Part();

    [GeneratedRegex(@"([A-Za-z_][A-Za-z0-9_]*)\s*(?:\[[\w., ]*\]|<[\w., ]*>)?\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Call();

    [GeneratedRegex("^(if|for|foreach|while|switch|return|catch|func|def|fn|function|and|or|not|in|len|new|sizeof|typeof|await|async|int|string|float|bool|max|min|print|range|make|append|error|super|self|this|using|lock|with|when|elif|except)$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Keywords();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)\s*\*\s*(?:time\.|TimeUnit\.|Duration\.)?(nanoseconds?|microseconds?|milliseconds?|seconds?|minutes?|hours?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Product();

    [GeneratedRegex(@"\b(?:[A-Za-z]+\.)?(?:of|From|from|)(nanos(?:econds)?|micros(?:econds)?|millis(?:econds)?|milliseconds|seconds|minutes|hours|days)\s*(?:\(|=)\s*(\d+(?:\.\d+)?)\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex OfUnit();

    [GeneratedRegex(@"^\s*(export\s+)?(public\s+|private\s+|protected\s+|internal\s+|static\s+|async\s+|pub\s+|suspend\s+|override\s+)*(func|def|defp|fn|fun|function|void|class)\b|^\s*((public|private|protected|internal|static|final|async|override|virtual)\s+)+[\w<>\[\],.?]+\s+\w+\s*\(", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Definition();
}
