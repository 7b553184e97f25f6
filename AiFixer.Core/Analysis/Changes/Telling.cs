using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what a program says of its work, and of nothing that it does.</summary>
internal static partial class Telling
{
    /// <summary>Every line that went or came writes to a log, or only the wording of a message is another.</summary>
    public static bool Only(Delta delta) =>
        !delta.IsEmpty && (Rest(delta.LinesRemoved).Count + Rest(delta.LinesAdded).Count == 0 || IsWording(delta));

    /// <summary>What is left without statements that write to a log, over as many lines as they take.</summary>
    private static List<string> Rest(ImmutableList<string> lines)
    {
        var (rest, open) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            if (open <= 0 && !Statement().IsMatch(line))
                rest.Add(line);
            else
                open += line.Count(letter => letter == '(') - line.Count(letter => letter == ')');
        }

        return rest;
    }

    private static bool IsWording(Delta delta) =>
        delta.LinesRemoved.Count == delta.LinesAdded.Count && delta.LinesRemoved.Zip(delta.LinesAdded).All(pair =>
            Bare(pair.First) == Bare(pair.Second) && Messages(pair.First) && Messages(pair.Second));

    private static string Bare(string line) => Quoted().Replace(line, "\"\"").Trim();

    /// <summary>Each of its texts is for people: two words at least, and neither a query nor a pattern.</summary>
    private static bool Messages(string line) =>
        Quoted().Matches(line) is { Count: > 0 } texts && texts.All(text => Prose().IsMatch(text.Value) && !SqlMechanisms.Sql(text.Value));

    /// <summary>What ends the process with its last word does more than tell.</summary>
    [GeneratedRegex(
        @"^\s*(?:await\s+)?(?:[\w$@]+(?:\.|::|->|\?\.))*[$@_]*(?:log|logger|logging|slog|console|tracing|zap|sugar|winston|pino)(?:\.|::|->|\?\.)(?:log|at)?_?(?:trace|debug|info|information|notice|warn|warning|err|error|crit|critical|print|log)(?:f|w|ln|Context|Ctx|Async)?!?\s*\(|^\s*(?:trace|debug|info|warn|error)!\(",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex("""f?"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_]{3,}[^A-Za-z]* [^A-Za-z]*[A-Za-z_]{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prose();
}
