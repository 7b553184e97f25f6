using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>Alerts over HTTP, each durable before its answer.</summary>
internal static class IntakeSuite
{
    public static async Task RunAsync(Bench bench)
    {
        foreach (var database in bench.Options.WantedDatabases)
        {
            foreach (var hold in bench.Options.HoldFollowUp)
            {
                foreach (var load in AlertLoad.Wanted(bench.Options))
                    await RunAsync(bench, database, hold, load);
            }
        }
    }

    private static async Task RunAsync(Bench bench, string name, bool hold, AlertLoad load)
    {
        using var database = await bench.EmptyAsync(name);
        await using var gateway = await GatewayProcess.StartAsync(bench.Options, database, ("Engine__HoldFollowUp", hold ? "true" : "false"));
        var result = load.Run(gateway.Port, bench.Options.Seconds);
        if (result.Failures > 0)
            bench.Results.Say($"{result.Failures} requests failed ({result.FailureText}), the first with:\n{result.FirstFailure}");
        var goal = hold && name == "postgres" ? load.Goal : null;
        bench.Results.Add((load with { Goal = goal }).Sample(hold ? "intake, follow-up held back" : "intake, follow-up running", name, result));
        await gateway.StopAsync();
        await CheckAsync(database, result.All * load.AlertsPerRequest);
    }

    private static async Task CheckAsync(BenchDatabase database, long acknowledged)
    {
        var stored = (await database.CountAsync()).Values.Sum();
        if (stored < acknowledged)
            throw new InvalidOperationException($"{acknowledged} alerts were acknowledged, {stored} are stored.");
    }
}
