using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

/// <summary>As many batches as the kills need, each in a world and on a database of its own.</summary>
internal static class CrashRun
{
    private const int KillsPerBatch = 25;

    // Most of a batch is waiting for leases to run out.
    private const int AtOnce = 2;

    public static async Task RunAsync(string database, Func<Task<string?>> connection, CancellationToken cancellation)
    {
        var options = CrashOptions.Read();
        var started = TimeProvider.System.GetTimestamp();
        var total = BatchReport.None;
        foreach (var batches in Sizes(options.Kills).Index().Chunk(AtOnce))
        {
            var reports = await Task.WhenAll(batches.Select(async batch =>
                await BatchAsync(await connection(), new Random((options.Seed * 1000) + batch.Index), batch.Item, cancellation)));
            total = reports.Aggregate(total, (sum, report) => sum + report);
            Console.WriteLine($"crash {database}, seed {options.Seed}: {total}, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s");
        }

        Enough.Missing(total, options.Kills).ShouldBeEmpty();
    }

    private static IEnumerable<int> Sizes(int kills)
    {
        for (; kills > 0; kills -= KillsPerBatch)
            yield return Math.Min(KillsPerBatch, kills);
    }

    private static async Task<BatchReport> BatchAsync(string? connection, Random random, int kills, CancellationToken cancellation)
    {
        using var folder = new TempFolder();
        await using var world = await PracticeWorld.StartAsync(new() { SeedDeployments = false, Seed = random.Next() }, cancellation);
        var settings = new GatewaySettings
        {
            DataFolder = folder.Path,
            Postgres = connection,
            Cluster = world.Url,
            Patience = TimeSpan.FromSeconds(3),
        };
        return await new CrashBatch(Tuned(settings), world, random, kills).RunAsync(cancellation);
    }

    private static GatewaySettings Tuned(GatewaySettings settings) => settings
        .With("Policy:Mode", "Auto")
        .With("Policy:Fences:AutoNamespaces:0", "staging")
        .With("Policy:Fences:AutomaticFixesPerHour", "10000")
        .With("Policy:Fences:AutomaticFixesPerTarget", "10000")
        .With("Workflow:VerificationTimeout", "6s")
        .With("Workflow:MaxAttempts", "20");
}
