namespace AiFixer.Plugins.Runbooks;

/// <summary>The part of a section that has most of the words asked for.</summary>
internal static class RunbookSnippet
{
    private const int Most = 600;

    public static string Of(string text, string query)
    {
        if (text.Length <= Most)
            return text;
        var words = SearchWords.Of(query).ToHashSet(StringComparer.Ordinal);
        var lines = text.Split('\n');
        var best = Enumerable.Range(0, lines.Length)
            .MaxBy(start => SearchWords.Of(Window(lines, start)).Distinct(StringComparer.Ordinal).Count(words.Contains));
        return (best > 0 ? "…\n" : "") + Window(lines, best) + "\n…";
    }

    private static string Window(string[] lines, int start)
    {
        var end = start;
        for (var length = 0; end < lines.Length && (end == start || length + lines[end].Length <= Most); end++)
            length += lines[end].Length + 1;
        var window = string.Join('\n', lines[start..end]);
        return window.Length <= Most ? window : window[..(char.IsHighSurrogate(window[Most - 1]) ? Most - 1 : Most)];
    }
}
