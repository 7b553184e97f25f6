using System.Text;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// Splits a command line into words by the quoting rules of a POSIX shell, and does nothing else a shell does: what would
/// mean something to one is refused, and so is everything that is not plain ASCII.
/// </summary>
internal static class WordSplitter
{
    private const string Meta = "|&;<>()$`*?[]{}#~!^";
    private const string MetaInQuotes = "$`";

    public static Reading<List<string>> Split(string line)
    {
        if (line.AsSpan().IndexOfAnyExceptInRange(' ', '~') is >= 0 and var odd)
            return Wrong(line, odd, $"has a character U+{(int)line[odd]:X4}; only plain ASCII is read");
        var words = new List<string>();
        StringBuilder? word = null;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ')
            {
                Finish(words, ref word);
                continue;
            }

            word ??= new();
            var problem = line[i] switch
            {
                '\'' => Single(line, ref i, word),
                '"' => Double(line, ref i, word),
                '\\' => Escaped(line, ref i, word),
                var c when Meta.Contains(c, StringComparison.Ordinal) && !IsInequality(line, i) => $"has an unquoted {c}; no shell reads it",
                var c => Take(word, c),
            };
            if (problem is not null)
                return Wrong(line, i, problem);
        }

        Finish(words, ref word);
        return words;
    }

    /// <summary>Field selectors say <c>!=</c>, which means nothing to a shell that runs a script.</summary>
    private static bool IsInequality(string line, int at) => line[at] == '!' && at > 0 && line[at - 1] != ' ' && at + 1 < line.Length && line[at + 1] == '=';

    private static string? Single(string line, ref int i, StringBuilder word)
    {
        var end = line.IndexOf('\'', i + 1);
        if (end < 0)
            return "has a quote that does not end";
        word.Append(line, i + 1, end - i - 1);
        i = end;
        return null;
    }

    private static string? Double(string line, ref int i, StringBuilder word)
    {
        for (i++; i < line.Length && line[i] != '"'; i++)
        {
            if (MetaInQuotes.Contains(line[i], StringComparison.Ordinal))
                return $"has a {line[i]} in double quotes; no shell reads it";
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\' or '$' or '`')
                i++;
            word.Append(line[i]);
        }

        return i < line.Length ? null : "has a quote that does not end";
    }

    private static string? Escaped(string line, ref int i, StringBuilder word)
    {
        if (++i >= line.Length)
            return "ends with a backslash";
        return Take(word, line[i]);
    }

    private static string? Take(StringBuilder word, char c)
    {
        word.Append(c);
        return null;
    }

    private static void Finish(List<string> words, ref StringBuilder? word)
    {
        if (word is not null)
            words.Add(word.ToString());
        word = null;
    }

    private static Reading<List<string>> Wrong(string line, int at, string what) =>
        Reading<List<string>>.Wrong($"the command {what} (character {Math.Min(at, line.Length) + 1})");
}
