using AiFixer.Bench.Load;
using AiFixer.Core.Incidents;

namespace AiFixer.Bench.Lives;

/// <summary>Reports many alerts, never too many ahead of what follows them, and waits until all incidents got where they go.</summary>
/// <param name="mostUnfinished">How far it may be ahead.</param>
/// <param name="report">Reports the body of one delivery.</param>
/// <param name="count">How many incidents have a status.</param>
/// <param name="first">The number of the first alert.</param>
internal sealed class Bringing(
    int mostUnfinished, TimeSpan betweenLooks, Func<string, Task> report, Func<IncidentStatus, Task<long>> count, long first = 1)
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private long _reported;

    /// <summary>Reports so many more and returns when all there are have this status.</summary>
    public async Task BringAsync(int more, IncidentStatus end)
    {
        var all = _reported + more;
        while (_reported < all)
        {
            await ReportAsync((int)Math.Min(AtOnce, all - _reported));
            if (_reported % mostUnfinished == 0)
                await UntilAsync(end, _reported - mostUnfinished);
        }

        await UntilAsync(end, all);
    }

    private async Task ReportAsync(int alerts)
    {
        var numbers = Enumerable.Range(0, alerts).Select(i => first + _reported + i);
        await report(AlertBody.Of(numbers.Select(number => AlertBody.Alert($"{number:D10}", "shop"))));
        _reported += alerts;
    }

    private async Task UntilAsync(IncidentStatus end, long wanted)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (await count(end) is var there && there < wanted)
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Patience)
                throw new TimeoutException($"Only {there} of {wanted} are {end}.");
            await Task.Delay(betweenLooks, TimeProvider.System);
        }
    }
}
