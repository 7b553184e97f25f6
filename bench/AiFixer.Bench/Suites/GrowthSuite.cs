using System.Globalization;
using AiFixer.Bench.Growth;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>
/// Accept, click and list with ten thousand, a hundred thousand and a million incidents in PostgreSQL. The sizes take turns,
/// moment by moment, and are compared within each, so that what the machine does meanwhile shows as a spread and not as growth.
/// </summary>
internal static class GrowthSuite
{
    private const int LeastRounds = 2;
    private const double MostGrowth = 1.2;

    /// <summary>What PostgreSQL's manual advises for a machine that holds such a store; its default is for any machine.</summary>
    private const string Buffers = "shared_buffers=2GB";

    public static async Task RunAsync(Bench bench)
    {
        await using var postgres = await BenchPostgres.StartAsync(Buffers);
        var stores = new List<GrowthStore>();
        try
        {
            foreach (var size in bench.Options.Sizes)
                stores.Add(new(size, await FillAsync(bench, postgres, size)));
            var found = GrowthCompared.Of(await RoundsAsync(bench, postgres, stores));
            foreach (var one in found.GroupBy(one => one.Name))
                Tell(bench, one.Key, [.. one]);
            var plot = GrowthPlot.Of(found);
            bench.Results.Draw(plot);
            if (bench.Options.Plot is { } file)
                await File.WriteAllTextAsync(file, plot.ToSvg());
        }
        finally
        {
            stores.ForEach(one => one.Database.Dispose());
        }
    }

    private static async Task<BenchDatabase> FillAsync(Bench bench, BenchPostgres postgres, long size)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var database = await BenchDatabase.MakeAsync("postgres", postgres);
        await new GrowthFill(database).RunAsync(size);
        var gigabytes = await GrowthFill.GigabytesAsync(database);
        bench.Results.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{size} incidents, {gigabytes:F2} GB, made in {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:F0} s"));
        return database;
    }

    private static async Task<IReadOnlyList<GrowthSample>> RoundsAsync(Bench bench, BenchPostgres postgres, List<GrowthStore> stores)
    {
        var rounds = Math.Max(LeastRounds, bench.Options.Runs);
        var found = new List<GrowthSample>();
        for (var round = 0; round < rounds; round++)
        {
            var samples = await GrowthRound.RunAsync(bench, postgres, stores, round);
            found.AddRange(samples.Select(sample => sample with { Slice = (round * samples.Count) + sample.Slice }));
        }

        return found;
    }

    private static void Tell(Bench bench, string name, List<GrowthCompared> found)
    {
        foreach (var one in found)
        {
            bench.Results.Add(new()
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{name} with {one.Size}"),
                Database = "postgres",
                Value = one.PerSecond,
                Unit = "requests/s",
                P50 = one.P50,
                P99 = one.P99,
            });
        }

        bench.Results.Add(new()
        {
            Name = $"{name}: slowest size to fastest",
            Database = "postgres",
            Value = found.Max(one => one.Times) / found.Min(one => one.Times),
            Unit = "times",
            Goal = Goal.AtMost(MostGrowth),
        });
    }
}
