using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Changes of what a program says of its work, and of nothing that it does.</summary>
internal static partial class Telling
{
    /// <summary>Every line that went or came writes to a log, or only the wording of a message is another.</summary>
    public static bool Only(Delta delta) =>
        !delta.IsEmpty && (Rest(delta.LinesRemoved).Count + Rest(delta.LinesAdded).Count == 0 || IsWording(delta));

    /// <summary>What is left without statements that write to a log, each with the lines of its arguments.</summary>
    private static List<string> Rest(ImmutableList<string> lines)
    {
        var (rest, open) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            var bare = Bare(line);
            if (open > 0 && IsArgument(bare))
                open = Math.Max(0, open + Opened(bare));
            else if (Statement().IsMatch(line) && (Opened(bare) > 0 ? bare[^1] is '(' or ',' or '[' or '{' : EndsThere().IsMatch(bare)))
                open = Opened(bare);
            else
            {
                open = 0;
                rest.Add(line);
            }
        }

        return rest;
    }

    private static int Opened(string bare) => bare.Count(letter => letter is '(' or '[' or '{') - bare.Count(letter => letter is ')' or ']' or '}');

    /// <summary>Ends like one that is followed by others, or is a mere name or text: what does something looks otherwise.</summary>
    private static bool IsArgument(string bare) => !bare.Contains(';', StringComparison.Ordinal) && (bare.EndsWith(',') || Last().IsMatch(bare));

    private static bool IsWording(Delta delta) =>
        delta.LinesRemoved.Count == delta.LinesAdded.Count && delta.LinesRemoved.Zip(delta.LinesAdded).All(pair =>
            Bare(pair.First) == Bare(pair.Second) && Says().IsMatch(Bare(pair.First)) && Messages(pair.First) && Messages(pair.Second) && Filled(pair.First) == Filled(pair.Second));

    /// <summary>What a message is filled in with: another value in it is more than another word.</summary>
    private static string Filled(string line) => string.Join('|', Hole().Matches(line).Select(hole => hole.Value).Order(StringComparer.Ordinal));

    private static string Bare(string line) => Quoted().Replace(line, "\"\"").Trim();

    /// <summary>Each of its texts is for people: two words at least, and neither a query nor a pattern.</summary>
    private static bool Messages(string line) =>
        Quoted().Matches(line) is { Count: > 0 } texts && texts.All(text => Prose().IsMatch(text.Value) && !SqlMechanisms.Sql(text.Value));

    /// <summary>What ends the process with its last word does more than tell.</summary>
    [GeneratedRegex(
        @"^\s*(?:await\s+)?(?:[\w$@]+(?:\.|::|->|\?\.))*[$@_]*(?:log|logger|logging|slog|console|tracing|zap|sugar|winston|pino)(?:\.|::|->|\?\.)(?:log|at)?_?(?:trace|debug|info|information|notice|warn|warning|err|error|crit|critical|print|log)(?:f|w|ln|Context|Ctx|Async)?!?\s*\(|^\s*(?:trace|debug|info|warn|error)!\(",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\)\s*[;,]?\s*\}?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EndsThere();

    [GeneratedRegex(@"^\s*[\w.$@:\[\]""]*\)*;?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();

    [GeneratedRegex(@"\blog|\bthrow\b|\braise\b|Error\w*\(|Exception\w*\(|\b(write|print|println|panic|format|bail|anyhow)!\(|\bprint", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Says();

    [GeneratedRegex(@"\{[^}]*\}|%\w|\$\w+|#\{[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();

    [GeneratedRegex("""f?"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[A-Za-z_]{3,}[^A-Za-z]* [^A-Za-z]*[A-Za-z_]{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prose();
}
