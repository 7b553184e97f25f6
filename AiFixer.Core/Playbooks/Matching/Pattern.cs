using System.Text.RegularExpressions;

namespace AiFixer.Core.Playbooks.Matching;

/// <summary>
/// Words to look for, whatever their letters' case; after <c>re:</c> a regular expression, whose time is linear in the text.
/// </summary>
public sealed class Pattern
{
    public const string RegexMark = "re:";
    public const int Shortest = 3;
    public const int Longest = 500;

    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);
    private readonly Regex? regex;

    private Pattern(string text, Regex? regex) => (Text, this.regex) = (text, regex);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public bool IsRegex => regex is not null;

    /// <summary>Why a text cannot be a pattern; null when it can.</summary>
    public static string? Problem(string text)
    {
        var words = text.StartsWith(RegexMark, StringComparison.Ordinal) ? text[RegexMark.Length..] : text;
        if (words.Length is < Shortest or > Longest)
            return $"must have {Shortest} to {Longest} characters";
        if (words.Length == text.Length)
            return string.IsNullOrWhiteSpace(text) ? "must have words" : null;
        return RegexProblem(words);
    }

    /// <param name="text">One without a problem.</param>
    public static Pattern Of(string text) =>
        new(text, text.StartsWith(RegexMark, StringComparison.Ordinal) ? Compile(text[RegexMark.Length..]) : null);

    public bool IsIn(string text)
    {
        try
        {
            return regex?.IsMatch(text) ?? text.Contains(Text, StringComparison.OrdinalIgnoreCase);
        }
        catch (RegexMatchTimeoutException)
        {
            // A machine so busy that this happens says nothing about the text.
            return false;
        }
    }

    private static string? RegexProblem(string expression)
    {
        try
        {
            return Compile(expression).IsMatch("") ? "fits every text" : null;
        }
        catch (NotSupportedException e)
        {
            return $"cannot be matched in time that is linear in the text: {e.Message}";
        }
        catch (ArgumentException e)
        {
            return $"is no regular expression: {e.Message}";
        }
        catch (RegexMatchTimeoutException)
        {
            return "takes too long";
        }
    }

    private static Regex Compile(string expression) =>
        new(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MostTime);
}
