namespace AiFixer.Tests.Engine.World;

/// <summary>Waits for something in this process that gives no signal, without holding a thread.</summary>
internal static class Until
{
    private const int Yields = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<bool> question, string what)
    {
        for (var i = 0; i < Yields; i++)
        {
            if (question())
                return;
            await Task.Yield();
        }

        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        while (!question())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit)
                throw new TimeoutException("Not in time: " + what);
            await timer.WaitForNextTickAsync();
        }
    }
}
