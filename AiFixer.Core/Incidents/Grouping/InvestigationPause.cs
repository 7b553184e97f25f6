namespace AiFixer.Core.Incidents.Grouping;

/// <summary>When somebody who found no place asks again. Each try is an entry: the longer it has waited, the seldomer it asks.</summary>
public static class InvestigationPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestOfSome = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan Of(Incident state, DateTimeOffset now)
    {
        var age = (now - state.OpenedAt).Ticks;
        return TimeSpan.FromTicks(Math.Max(Math.Clamp(age / 4, Shortest.Ticks, LongestOfSome.Ticks), Math.Min(age / 8, Longest.Ticks)));
    }
}
