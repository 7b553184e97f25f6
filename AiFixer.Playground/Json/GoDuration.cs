namespace AiFixer.Playground.Json;

/// <summary>Durations as Go prints them: <c>10s</c>, <c>1m20s</c>, <c>5m0s</c>.</summary>
internal static class GoDuration
{
    public static string Of(TimeSpan span)
    {
        var seconds = (long)Math.Max(0, span.TotalSeconds);
        if (seconds < 60)
            return $"{seconds}s";
        return seconds < 3600 ? $"{seconds / 60}m{seconds % 60}s" : $"{seconds / 3600}h{seconds / 60 % 60}m{seconds % 60}s";
    }
}
