using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>A number as somebody wrote it.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Step">What one more in its last digit is.</param>
/// <param name="Unit">In lower case; empty when there is none.</param>
internal readonly partial record struct Quantity(double Value, double Step, string Unit)
{
    /// <summary>How many significant zeros an integer has at its end: 1200 has two, and may be a rounded 1187.</summary>
    public double Rounding { get; private init; }

    public static Quantity? Parse(string text)
    {
        var match = Whole().Match(text);
        return match.Success ? Of(match) : null;
    }

    /// <summary>Every number in a text, both as it is written and in its basic unit.</summary>
    public static IEnumerable<double> AllIn(string text)
    {
        foreach (Match match in Anywhere().Matches(text))
        {
            var quantity = Of(match);
            yield return quantity.Value;
            foreach (var factor in Units.Factors(quantity.Unit).Where(factor => !factor.Equals(1.0)))
                yield return quantity.Value * factor;
        }
    }

    private static Quantity Of(Match match)
    {
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        var value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new(value, Math.Pow(10, -decimals), match.Groups["unit"].Value.ToLowerInvariant()) { Rounding = point < 0 ? Zeros(digits) : 1 };
    }

    /// <summary>At least two digits have to say something.</summary>
    private static double Zeros(string digits)
    {
        var significant = digits.TrimStart('-', '+', '0');
        var zeros = Math.Min(significant.Length - significant.TrimEnd('0').Length, significant.Length - 2);
        return Math.Pow(10, Math.Max(zeros, 0));
    }

    [GeneratedRegex(@"^(?<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,12})?)(?<unit>" + Units.Pattern + @")?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.,])(?<number>-?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,18})(?:\.\d{1,12})?)(?:(?: ?(?<unit>" + Units.Pattern + @"))(?![A-Za-z0-9_])|(?![A-Za-z0-9_]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Anywhere();
}
