using System.Diagnostics;
using System.Text;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Load;
using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace AiFixer.Bench.Suites;

/// <summary>The same alerts without HTTP and without another process: what the engine and the store do by themselves.</summary>
internal static class EngineSuite
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(Bench bench)
    {
        foreach (var name in bench.Options.WantedDatabases)
        {
            foreach (var load in AlertLoad.Wanted(bench.Options))
            {
                using var database = await bench.EmptyAsync(name);
                using var host = await BenchHost.StartAsync(database, ("Engine:HoldFollowUp", "true"));
                var result = await new Run(host.Services.GetRequiredService<IIncidentHost>(), load).AllAsync(bench.Options.Seconds);
                bench.Results.Add((load with { Goal = null }).Sample("engine and store alone", name, result));
                await host.StopAsync();
            }
        }
    }

    private sealed class Run(IIncidentHost host, AlertLoad load)
    {
        private readonly AlertParser _parser = new(new());
        private readonly LoadResult _result = new();
        private long _number;

        public async Task<LoadResult> AllAsync(int seconds)
        {
            var begin = Stopwatch.GetTimestamp();
            var length = TimeSpan.FromSeconds(seconds);
            await Task.WhenAll(Enumerable.Range(0, load.Clients).Select(_ => Task.Run(() => ClientAsync(begin, length))));
            _result.EndedAt(length);
            return _result;
        }

        private async Task ClientAsync(long begin, TimeSpan length)
        {
            while (Stopwatch.GetElapsedTime(begin) is var now && now < WarmUp + length)
            {
                var sent = Stopwatch.GetTimestamp();
                var alerts = Enumerable.Range(0, load.AlertsPerRequest)
                    .Select(_ => AlertBody.Alert($"{Interlocked.Increment(ref _number):D10}", "shop"));
                var body = Encoding.UTF8.GetBytes(AlertBody.Of(alerts));
                var taken = (ParsedDelivery.Taken)_parser.Alertmanager(body, TimeProvider.System.GetUtcNow());
                var receipts = await host.ReportAsync(taken.Alerts, CancellationToken.None);
                var status = receipts.All(receipt => receipt.Outcome == ReportOutcome.Opened) ? 200 : 503;
                lock (_result)
                    _result.Add(status, Stopwatch.GetTimestamp() - sent, now > WarmUp, default);
            }
        }
    }
}
