using System.Globalization;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Monitoring writes moments as numbers since 1970, people as hours and minutes.</summary>
internal static class Moments
{
    private const double Earliest = 1e9;
    private const double Latest = 4e9;
    private static readonly double[] Units = [1, 1e3, 1e6, 1e9];

    /// <summary>The minutes, in UTC, of all numbers that can be moments.</summary>
    public static HashSet<string> Minutes(IEnumerable<double> numbers) =>
        [.. numbers.Select(Seconds).OfType<double>().Select(seconds =>
            DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("HH:mm", CultureInfo.InvariantCulture))];

    private static double? Seconds(double number)
    {
        foreach (var unit in Units)
        {
            if (number / unit is >= Earliest and < Latest)
                return number / unit;
        }

        return null;
    }
}
