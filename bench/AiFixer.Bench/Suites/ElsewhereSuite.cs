using AiFixer.Bench.Reporting;

namespace AiFixer.Bench.Suites;

/// <summary>The same alerts for whatever listens on a port and takes <c>POST /webhooks/alertmanager</c>.</summary>
internal static class ElsewhereSuite
{
    public static Task RunAsync(Bench bench)
    {
        if (bench.Options.Elsewhere is not { } port)
            return Task.CompletedTask;
        foreach (var load in AlertLoad.Wanted(bench.Options))
        {
            var result = load.Run(port, bench.Options.Seconds);
            if (result.Failures > 0)
                bench.Results.Say($"{result.Failures} requests failed ({result.FailureText}), the first with:\n{result.FirstFailure}");
            bench.Results.Add((load with { Goal = null }).Sample("intake of another program", "postgres", result));
        }

        return Task.CompletedTask;
    }
}
