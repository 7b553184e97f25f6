using System.Globalization;

namespace AiFixer.Gateway.Pages.Shell;

/// <summary>Times for people: how long ago, and exactly, always in UTC.</summary>
internal static class MomentText
{
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Relative(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = now - at;
        if (distance.Duration() < TimeSpan.FromSeconds(5))
            return "now";
        return distance > TimeSpan.Zero ? $"{Length(distance)} ago" : $"in {Length(-distance)}";
    }

    public static string Length(TimeSpan length) => length switch
    {
        { TotalSeconds: < 60 } => Text(length.TotalSeconds, "s"),
        { TotalMinutes: < 60 } => Text(length.TotalMinutes, "min"),
        { TotalHours: < 48 } => Text(length.TotalHours, "h"),
        _ => Text(length.TotalDays, "days"),
    };

    private static string Text(double count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(count)} {unit}");
}
