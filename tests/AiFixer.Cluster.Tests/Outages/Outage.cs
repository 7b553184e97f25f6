using System.Globalization;

namespace AiFixer.Cluster.Tests.Outages;

/// <summary>How long something is away: <c>AIFIXER_OUTAGE_SECONDS</c>, 4 s where nobody says.</summary>
internal static class Outage
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(300);

    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("AIFIXER_OUTAGE_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 4);

    /// <summary>Does something again and again for as long as it lasts; how often it was done.</summary>
    public static async Task<int> MeanwhileAsync(Func<int, Task> act, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Between, TimeProvider.System);
        var times = 0;
        while (TimeProvider.System.GetElapsedTime(started) < Length)
        {
            await act(times++);
            await timer.WaitForNextTickAsync(cancellation);
        }

        return times;
    }
}
