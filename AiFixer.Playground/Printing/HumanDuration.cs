namespace AiFixer.Playground.Printing;

/// <summary>Ages as kubectl writes them: 45s, 3m12s, 2h5m, 3d.</summary>
internal static class HumanDuration
{
    public static string Of(TimeSpan span)
    {
        var seconds = (long)Math.Max(0, span.TotalSeconds);
        var minutes = seconds / 60;
        var hours = minutes / 60;
        var days = hours / 24;
        return seconds switch
        {
            < 120 => $"{seconds}s",
            < 600 => Two(minutes, "m", seconds % 60, "s"),
            < 3 * 3600 => $"{minutes}m",
            < 8 * 3600 => Two(hours, "h", minutes % 60, "m"),
            < 48 * 3600 => $"{hours}h",
            < 8 * 86400 => Two(days, "d", hours % 24, "h"),
            < 730L * 86400 => $"{days}d",
            _ => $"{days / 365}y",
        };
    }

    private static string Two(long large, string unit, long small, string smallUnit) =>
        small == 0 ? $"{large}{unit}" : $"{large}{unit}{small}{smallUnit}";
}
