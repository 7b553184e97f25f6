namespace AiFixer.Core.Policy;

/// <summary>
/// Whether a moment is in a window. Where clocks are put back, a time of day comes twice: a window begins with the first of
/// them, and ends with the first or the last as its owner needs it. A time that is skipped is the moment of the skip.
/// </summary>
internal static class WindowTimes
{
    /// <param name="untilLast">Ends with the last of two equal times of day: for what forbids. What allows ends with the first.</param>
    public static bool Has(PolicyWindow window, DateTimeOffset moment, bool untilLast)
    {
        if (moment < window.Since || moment >= window.Until)
            return false;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(window.Zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return Spans(window, zone, today, moment, untilLast) || Spans(window, zone, today.AddDays(-1), moment, untilLast);
    }

    private static bool Spans(PolicyWindow window, TimeZoneInfo zone, DateOnly day, DateTimeOffset moment, bool untilLast)
    {
        if (!window.Days.IsEmpty && !window.Days.Contains(day.DayOfWeek))
            return false;
        var lastDay = window.To <= window.From ? day.AddDays(1) : day;
        return moment >= Moment(zone, day.ToDateTime(window.From), last: false)
            && moment < Moment(zone, lastDay.ToDateTime(window.To), untilLast);
    }

    private static DateTimeOffset Moment(TimeZoneInfo zone, DateTime local, bool last)
    {
        if (zone.IsInvalidTime(local))
            return AfterSkip(zone, local);
        if (!zone.IsAmbiguousTime(local))
            return new(local, zone.GetUtcOffset(local));
        var offsets = zone.GetAmbiguousTimeOffsets(local);
        // The larger offset is the earlier moment.
        return new(local, last ? offsets.Min() : offsets.Max());
    }

    /// <summary>Clocks skip whole minutes.</summary>
    private static DateTimeOffset AfterSkip(TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return new(local, zone.GetUtcOffset(local));
    }
}
