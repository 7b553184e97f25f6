using System.Globalization;
using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Pages.Shell;

/// <summary>Times for people: how long ago, and exactly, always in UTC.</summary>
internal static class MomentText
{
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Relative(DateTimeOffset at, DateTimeOffset now, TextBook words)
    {
        var distance = now - at;
        if (distance.Duration() < TimeSpan.FromSeconds(5))
            return words["moment.now"];
        return words.Say(distance > TimeSpan.Zero ? "moment.ago" : "moment.in", Length(distance.Duration(), words));
    }

    public static string Length(TimeSpan length, TextBook words) => length switch
    {
        { TotalSeconds: < 60 } => words.Say("length.seconds", Math.Floor(length.TotalSeconds)),
        { TotalMinutes: < 60 } => words.Say("length.minutes", Math.Floor(length.TotalMinutes)),
        { TotalHours: < 48 } => words.Say("length.hours", Math.Floor(length.TotalHours)),
        _ => words.Say("length.days", Math.Floor(length.TotalDays)),
    };
}
