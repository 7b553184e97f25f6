using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>A program that fell says in which file it did, and the change is in that file.</summary>
internal static partial class Frames
{
    private const int LongestText = 4000;

    /// <summary>The file, as the failure says it; null when none of the change's is named.</summary>
    public static string? Named(ReadChange change, Picture picture) => change.IsBeside || change.Delta.IsEmpty
        ? null
        : picture.Signals.Where(s => s is { Kind: SignalKind.Log or SignalKind.Span, Strength: > 0.7 })
            .Select(s => (s.Owner, File: Fallen(s.Says.Length > LongestText ? s.Says[..LongestText] : s.Says)))
            .FirstOrDefault(fell => fell.File is { } file && change.Commit.Files.Any(own => IsSame(own, file, fell.Owner))).File;

    /// <summary>Where it happened: the first place that is named, and the last one where the most recent call stands last.</summary>
    private static string? Fallen(string text)
    {
        if (!Fell().IsMatch(text))
            return null;
        var places = Place().Matches(text);
        var file = (text.Contains("most recent call last", StringComparison.Ordinal) ? places.LastOrDefault() : places.FirstOrDefault())?.Groups["file"].Value;
        return file?.TrimStart('.', '/');
    }

    /// <summary>
    /// A repository and a container each know a file by the end of its path; two parts of it tell it. A name alone says enough
    /// only in a folder of the service that fell.
    /// </summary>
    private static bool IsSame(string own, string named, string service)
    {
        var (one, other) = (own.Split('/'), named.Split('/'));
        var same = one.Reverse().Zip(other.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return same >= 2 || same == 1 && Math.Min(one.Length, other.Length) == 1 && ServiceNames.Owns(service, own);
    }

    /// <summary>Who writes a line in a log says where as well, and nothing happened there.</summary>
    [GeneratedRegex(@"\bpanic(ked)?\b|Traceback|\bgoroutine \d|\w(Exception|Error)\b.{0,300}(\bat |\n)|\bat [\w.$<>]{1,200} ?\(|segfault|SIGSEGV|assertion failed", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fell();

    [GeneratedRegex(@"(?<![\w./-])(?<file>[\w./-]{0,200}\w\.(rs|go|py|java|kt|kts|scala|ts|tsx|js|mjs|cs|rb|php|ex|exs|erl|c|cc|cpp|h|swift|sql|lua))(?::|"", line |\()\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
