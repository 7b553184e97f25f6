using AiFixer.Core.Journal;

namespace AiFixer.Storage.Databases;

/// <summary>Times are kept as UTC ticks, so that every moment there is comes back as it was.</summary>
internal static class Ticks
{
    public static DateTimeOffset ToTime(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? ToTime(long? ticks) => ticks is { } value ? ToTime(value) : null;

    /// <summary>When a claim taken now is free again.</summary>
    public static long? Expiry(Claim claim, long now) => claim.TimeToLive is { } span ? After(now, span) : null;

    /// <summary>The end of a span that may be longer than time itself.</summary>
    public static long After(long now, TimeSpan span) =>
        span.Ticks > DateTimeOffset.MaxValue.Ticks - now ? DateTimeOffset.MaxValue.Ticks : now + span.Ticks;
}
