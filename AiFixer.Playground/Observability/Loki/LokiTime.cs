using System.Globalization;
using AiFixer.Playground.Observability.Prom;

namespace AiFixer.Playground.Observability.Loki;

/// <summary>Times as Loki reads and writes them: up to ten digits are seconds, more are nanoseconds.</summary>
internal static class LokiTime
{
    private const int DigitsOfSeconds = 10;

    public static DateTimeOffset Moment(string? text, DateTimeOffset otherwise)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        if (text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return text.Length <= DigitsOfSeconds ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.UnixEpoch.AddTicks(number / 100);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return text.Length > 19 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw PromException.BadData($"could not parse '{text}' as a timestamp");
    }

    public static TimeSpan Step(string? text, TimeSpan length)
    {
        var step = string.IsNullOrEmpty(text)
            ? TimeSpan.FromSeconds(Math.Max(1, Math.Floor(length.TotalSeconds / 250)))
            : Durations.Parse(text)
                ?? (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    ? TimeSpan.FromSeconds(seconds)
                    : throw PromException.BadData($"cannot parse \"{text}\" to a valid duration"));
        return step >= TimeSpan.FromMilliseconds(1) && length / step <= 11_000
            ? step
            : throw PromException.BadData("exceeded maximum resolution of 11,000 points per time series. Try increasing the value of the step parameter");
    }

    public static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
}
