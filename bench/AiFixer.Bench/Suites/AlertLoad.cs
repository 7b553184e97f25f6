using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;

namespace AiFixer.Bench.Suites;

/// <summary>So many clients, so many alerts in each of their requests.</summary>
internal sealed record AlertLoad(int Clients, int AlertsPerRequest, Goal? Goal)
{
    private static readonly AlertLoad[] All =
    [
        new(16, 1, Goal.RatioAtLeast(0.6)),
        new(64, 1, Goal.RatioAtLeast(0.9)),
        new(16, 20, Goal.RatioAtLeast(1.6)),
    ];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static IEnumerable<AlertLoad> Wanted(BenchOptions options) =>
        All.Where(load => options.Loads.Count == 0 || options.Loads.Contains($"{load.Clients}x{load.AlertsPerRequest}"));

    public LoadResult Run(int port, int seconds)
    {
        var requests = Enumerable.Range(0, Clients).Select(_ => new AlertRequest(AlertsPerRequest)).ToList();
        var number = 0L;
        return LoadGenerator.Run(port, Clients, client => requests[client].With(() => ++number), new(WarmUp, TimeSpan.FromSeconds(seconds)));
    }

    public Sample Sample(string name, string? database, LoadResult result) => new()
    {
        Name = name,
        Database = database,
        Clients = Clients,
        AlertsPerRequest = AlertsPerRequest,
        Value = result.PerSecond * AlertsPerRequest,
        Unit = "alerts/s",
        P50 = result.Milliseconds(50),
        P99 = result.Milliseconds(99),
        Seconds = result.Elapsed.TotalSeconds,
        Goal = Goal,
    };
}
