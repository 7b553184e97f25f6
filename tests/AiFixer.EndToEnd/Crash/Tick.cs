namespace AiFixer.EndToEnd.Crash;

/// <summary>A moment in real time: when to pull the plug, or to ask again.</summary>
internal static class Tick
{
    public static async Task AfterAsync(TimeSpan wait, CancellationToken cancellation)
    {
        if (wait <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(wait, TimeProvider.System);
        await timer.WaitForNextTickAsync(cancellation);
    }

    /// <summary>Watches closely until it is so, for no longer than the limit.</summary>
    public static async Task WhenAsync(Func<bool> isSo, TimeSpan limit, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        while (!isSo() && TimeProvider.System.GetElapsedTime(started) < limit)
            await timer.WaitForNextTickAsync(cancellation);
    }
}
