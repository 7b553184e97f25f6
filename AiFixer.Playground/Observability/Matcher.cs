using System.Text.RegularExpressions;

namespace AiFixer.Playground.Observability;

/// <summary>A condition on a label, of PromQL and LogQL alike. Regular expressions match whole values, and know what RE2 knows.</summary>
internal sealed class Matcher
{
    private readonly Regex? regex;

    /// <exception cref="ArgumentException">The value is no regular expression.</exception>
    public Matcher(string label, string op, string value)
    {
        (Label, Op, Value) = (label, op, value);
        if (op is "=~" or "!~")
            regex = new($"^(?:{value})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public string Label { get; }

    public string Op { get; }

    public string Value { get; }

    /// <summary>Whether a series without the label fits too: such a matcher alone would select everything there is.</summary>
    public bool FitsNothing => Fits("");

    public bool Fits(string value) => Op switch
    {
        "=" => value == Value,
        "!=" => value != Value,
        "=~" => regex!.IsMatch(value),
        _ => !regex!.IsMatch(value),
    };
}
