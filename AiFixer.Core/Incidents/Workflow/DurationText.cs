using System.Globalization;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Durations for people, in the largest unit that is exact.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan length)
    {
        if (length.Ticks % TimeSpan.TicksPerHour == 0)
            return Text(length.TotalHours, "hour");
        return length.Ticks % TimeSpan.TicksPerMinute == 0 ? Text(length.TotalMinutes, "minute") : Text(length.TotalSeconds, "second");
    }

    private static string Text(double count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:0.###} {unit}{(count == 1 ? "" : "s")}");
}
