namespace AiFixer.Lark;

/// <summary>Moments as the platform writes them.</summary>
internal static class LarkTime
{
    private const long MostSeconds = 253_402_300_799;

    /// <summary>Seconds, milliseconds and microseconds all occur; how many digits there are tells which.</summary>
    public static DateTimeOffset Read(long? number) => number switch
    {
        null or <= 0 => DateTimeOffset.UnixEpoch,
        < 100_000_000_000 => FromSeconds(number.Value),
        < 100_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(number.Value),
        _ => DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(number.Value / 1000, MostSeconds * 1000)),
    };

    private static DateTimeOffset FromSeconds(long seconds) => DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, MostSeconds));
}
