namespace AiFixer.Bench.Suites;

/// <summary>Everything in one run, the yardstick before, between and after.</summary>
internal static class AllSuites
{
    private static readonly (string Name, Func<Bench, Task> Run, bool Repeated)[] Suites =
    [
        ("ceiling", CeilingSuite.RunAsync, false),
        ("policy", PolicySuite.RunAsync, true),
        ("detectors", DetectorSuite.RunAsync, false),
        ("engine", EngineSuite.RunAsync, true),
        ("intake", IntakeSuite.RunAsync, true),
        ("open", OpenLoopSuite.RunAsync, false),
        ("lives", LivesSuite.RunAsync, true),
        ("telemetry", TelemetrySuite.RunAsync, false),
        ("waiting", WaitingSuite.RunAsync, false),
        ("clicks", ClickSuite.RunAsync, false),
        ("storm", StormSuite.RunAsync, false),
        ("group", GroupSuite.RunAsync, false),
        ("growth", GrowthSuite.RunAsync, false),
        ("archive", ArchiveSuite.RunAsync, false),
        ("pods", PodsSuite.RunAsync, false),
        ("playbooks", PlaybookSuite.RunAsync, false),
        ("elsewhere", ElsewhereSuite.RunAsync, true),
        ("cluster", ClusterSuite.RunAsync, true),
    ];

    public static async Task RunAsync(Bench bench)
    {
        await YardstickAsync(bench);
        foreach (var (name, run, repeated) in Suites)
        {
            if (!bench.Options.Wants(name))
                continue;
            for (var i = 0; i < (repeated ? bench.Options.Runs : 1); i++)
                await run(bench);
            await YardstickAsync(bench);
        }
    }

    private static Task YardstickAsync(Bench bench) =>
        bench.Options.Wants("yardstick") ? YardstickSuite.RunAsync(bench) : Task.CompletedTask;
}
