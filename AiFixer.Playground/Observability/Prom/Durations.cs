using System.Globalization;
using System.Text.RegularExpressions;

namespace AiFixer.Playground.Observability.Prom;

/// <summary>Lengths of time as Prometheus writes them: <c>1h30m</c>.</summary>
internal static partial class Durations
{
    public static TimeSpan? Parse(string text) => Whole().IsMatch(text)
        ? Part().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) => sum + Of(part))
        : null;

    private static TimeSpan Of(Match part)
    {
        var number = double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture);
        return part.Groups["unit"].Value switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            "w" => TimeSpan.FromDays(7 * number),
            _ => TimeSpan.FromDays(365 * number),
        };
    }

    [GeneratedRegex(@"^([0-9]{1,9}(ms|[smhdwy]))+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>[0-9]+)(?<unit>ms|[smhdwy])")]
    private static partial Regex Part();
}
