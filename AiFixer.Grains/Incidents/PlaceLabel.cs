using AiFixer.Core.Journal;
using AiFixer.Engine.Scheduling;
using Orleans.Runtime;

namespace AiFixer.Grains.Incidents;

/// <summary>
/// Says beside a call where the incident waits for a worker, so that what is urgent goes first on every silo. A silo of
/// another release may not write it, or not read it; then the incident waits with the others.
/// </summary>
internal static class PlaceLabel
{
    private const string Key = "aifixer.place";
    private const char Urgent = '!';
    private const char Alert = 'a';

    /// <summary>For the calls that the caller's method makes from here on.</summary>
    public static void Attach(WorkPlace place) =>
        RequestContext.Set(Key, $"{(place.Lane == Lane.Alert ? Alert : '-')}{(place.Turn.Urgent ? Urgent : '-')}{place.Turn.Source}");

    public static WorkPlace Read() =>
        RequestContext.Get(Key) is string { Length: >= 2 } text ? new(text[0] == Alert ? Lane.Alert : Lane.Lifecycle, new(Source(text), text[1] == Urgent)) : default;

    private static string? Source(string text) => text.Length > 2 ? text[2..] : null;
}
