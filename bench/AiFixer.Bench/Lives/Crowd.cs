using System.Text;
using AiFixer.Bench.Load;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Bench.Lives;

/// <summary>Many alerts for a host in this process, and the wait until all of them got where they go.</summary>
internal sealed class Crowd(IHost host)
{
    private const int AtOnce = 20;
    private const int MostUnfinished = 4_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly IIncidentHost _incidents = host.Services.GetRequiredService<IIncidentHost>();
    private readonly IIncidentQueries _queries = host.Services.GetRequiredService<IIncidentQueries>();
    private readonly AlertParser _parser = new(new());
    private long _reported;

    /// <summary>Reports so many more and returns when all there are have this status.</summary>
    public async Task BringAsync(int count, IncidentStatus end)
    {
        var all = _reported + count;
        while (_reported < all)
        {
            await ReportAsync((int)Math.Min(AtOnce, all - _reported));
            if (_reported % MostUnfinished == 0)
                await UntilAsync(end, _reported - MostUnfinished);
        }

        await UntilAsync(end, all);
    }

    private async Task ReportAsync(int count)
    {
        var alerts = Enumerable.Range(0, count).Select(_ => AlertBody.Alert($"{++_reported:D10}", "shop"));
        var body = Encoding.UTF8.GetBytes(AlertBody.Of(alerts));
        var taken = (ParsedDelivery.Taken)_parser.Alertmanager(body, TimeProvider.System.GetUtcNow());
        var receipts = await _incidents.ReportAsync(taken.Alerts, CancellationToken.None);
        if (receipts.FirstOrDefault(receipt => receipt.Outcome != ReportOutcome.Opened) is { } other)
            throw new InvalidOperationException($"An alert was not taken: {other}");
    }

    private async Task UntilAsync(IncidentStatus end, long count)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var counts = await _queries.CountAsync(CancellationToken.None);
            if (counts.GetValueOrDefault(end) >= count)
                return;
            if (TimeProvider.System.GetElapsedTime(begin) > Patience)
                throw new TimeoutException("It got stuck at " + string.Join(", ", counts));
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }
}
