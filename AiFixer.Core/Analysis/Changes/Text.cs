using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Whether a text has one of some words; the words are a pattern of ours, never somebody else's.</summary>
internal static class Text
{
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    public static bool Has(string text, string words) => Known.GetOrAdd(words, Make).IsMatch(text);

    public static int Count(string text, string words) => Known.GetOrAdd(words, Make).Count(text);

    /// <summary>Texts come from outside, so a pattern must not be able to try for ever; those that look around cannot be made that way.</summary>
    private static Regex Make(string words) => new(
        words,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | (words.Contains("(?", StringComparison.Ordinal) ? RegexOptions.None : RegexOptions.NonBacktracking),
        TimeSpan.FromSeconds(1));
}
