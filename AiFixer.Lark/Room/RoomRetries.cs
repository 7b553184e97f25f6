using AiFixer.Core.Messages;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>When a message that was not delivered is tried again. It is never given up: what people see there must become true.</summary>
internal static class RoomRetries
{
    public static readonly TimeSpan Raced = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRefused = TimeSpan.FromHours(1);

    public static TimeSpan After(MessageWork work, LarkError error) => error.Kind switch
    {
        LarkErrorKind.Limited => error.After ?? TimeSpan.FromSeconds(1),
        LarkErrorKind.Unavailable => Doubled(TimeSpan.FromSeconds(1), work.Attempts, Longest),
        // It is the same for all, and over for all at once.
        _ when LarkErrors.IsOfTheApp(error.Code) => TimeSpan.FromMinutes(1),
        // Somebody has to do something first: a permission, a place in the chat.
        _ => Doubled(TimeSpan.FromSeconds(30), work.Attempts, LongestRefused),
    };

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Min(times, 20));
        return wait < longest ? wait : longest;
    }
}
