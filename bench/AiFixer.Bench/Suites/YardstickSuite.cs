using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

internal static class YardstickSuite
{
    public static async Task RunAsync(Bench bench)
    {
        await bench.Postgres.SettleAsync(dropDatabases: true);
        var (rate, latency) = await Pgbench.RunAsync(bench.Postgres.Server, bench.Options.Seconds);
        bench.Results.Add(new()
        {
            Name = Results.Yardstick,
            Database = "postgres",
            Clients = Pgbench.Clients,
            Value = rate,
            Unit = "inserts/s",
            P50 = latency,
            Seconds = bench.Options.Seconds,
        });
    }
}
