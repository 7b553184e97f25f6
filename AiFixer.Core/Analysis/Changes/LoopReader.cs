using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Finds new calls out of the process that are made once for each turn of a loop.</summary>
internal static partial class LoopReader
{
    public static IEnumerable<string> NewCalls(Hunk hunk)
    {
        var loops = new Stack<int>();

        // What was called in a loop before is called no more often in another.
        var opened = hunk.Removed.Where(line => Opener().IsMatch(line)).Select(Indent).DefaultIfEmpty(int.MaxValue).Min();
        var inline = hunk.Removed.Where(line => Inline().IsMatch(line)).SelectMany(line => SourceText.Calls(Within(line))).ToHashSet(StringComparer.Ordinal);
        var before = hunk.Removed.SkipWhile(line => !Opener().IsMatch(line)).Where(line => Indent(line) > opened).SelectMany(SourceText.Calls).ToHashSet(StringComparer.Ordinal);
        foreach (var (text, isNew) in hunk.After)
        {
            var indent = Indent(text);
            while (loops.TryPeek(out var outer) && indent <= outer)
                loops.Pop();
            if (isNew && (loops.Count > 0 || Inline().IsMatch(text)) && Outward().IsMatch(text) && !Opener().IsMatch(text))
            {
                foreach (var call in SourceText.Calls(loops.Count > 0 ? text : Within(text)).Where(call => Asks().IsMatch(call) && call != "Done" && !before.Contains(call) && (loops.Count > 0 || !inline.Contains(call))).Take(1))
                    yield return call;
            }

            if (Opener().IsMatch(text))
                loops.Push(indent);
        }
    }

    /// <summary>What is done for each item: what stands after the arrow, where there is one.</summary>
    private static string Within(string line) => Arrow().Match(line) is { Success: true } arrow ? line[(arrow.Index + arrow.Length)..] : line;

    private static int Indent(string line)
    {
        var width = 0;
        foreach (var letter in line)
        {
            if (letter is not (' ' or '\t'))
                break;
            width += letter == '\t' ? 4 : 1;
        }

        return width;
    }

    [GeneratedRegex(@"^\s*(for|foreach|while)\b(?!\s*(\(\s*(true|;\s*;|1)\s*\)|true\b|1\s*:|True\s*:)?\s*\{?\s*$)|\.(map|forEach|each|flatMap|ForEach|SelectMany)\s*\(.*(=>|->|\{|\|)\s*$|\bdo\s*\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opener();

    [GeneratedRegex(@"\.(map|forEach|each|flatMap)\s*\(.*(=>|->|\{).*\(|\bfor\b.*\bin\b.*[\])]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"\.(map|forEach|each|flatMap)\s*\(.*?(=>|->|\{\s*\|)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\bawait\b|\bctx\b|\b\w*(db|repo|repository|client|conn|session|tx|http|api|store|storage|redis|cursor|svc|service|dao|stub|grpc|catalog|gateway|queue|bucket|s3|sql|mongo|index|remote|rpc|cache|requests|axios|loader|query|Query)\w*\s*\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outward();

    [GeneratedRegex("^(get|fetch|find|load|query|select|exec|put|save|insert|update|upsert|delete|send|post|call|request|read|write|lookup|list|publish|produce|invoke|resolve|check|verify|scan|set|incr|count)|(get|fetch|query|exec|item|one|by_?id)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asks();
}
