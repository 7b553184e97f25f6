using System.Globalization;
using AiFixer.Bench.Growth;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>
/// Accept, click and list with ten thousand, a hundred thousand and a million incidents in PostgreSQL. The sizes take turns,
/// several times, so that what the machine does meanwhile shows as a spread and not as growth.
/// </summary>
internal static class GrowthSuite
{
    private const int Clicks = 150;
    private const int LeastRounds = 3;
    private const double MostGrowth = 1.2;

    public static async Task RunAsync(Bench bench)
    {
        await bench.Postgres.SettleAsync(dropDatabases: true);
        var databases = new List<(long Size, BenchDatabase Database)>();
        try
        {
            foreach (var size in bench.Options.Sizes)
                databases.Add((size, await FillAsync(bench, size)));
            var found = await RoundsAsync(bench, databases);
            foreach (var name in found.Select(one => one.Name).Distinct())
                Tell(bench, name, found);
            var plot = GrowthPlot.Of(found);
            bench.Results.Draw(plot);
            if (bench.Options.Plot is { } file)
                await File.WriteAllTextAsync(file, plot.ToSvg());
        }
        finally
        {
            databases.ForEach(one => one.Database.Dispose());
        }
    }

    private static async Task<BenchDatabase> FillAsync(Bench bench, long size)
    {
        var begin = TimeProvider.System.GetTimestamp();
        var database = await BenchDatabase.MakeAsync("postgres", bench.Postgres);
        await new GrowthFill(database).RunAsync(size);
        var gigabytes = await GrowthFill.GigabytesAsync(database);
        bench.Results.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{size} incidents, {gigabytes:F2} GB, made in {TimeProvider.System.GetElapsedTime(begin).TotalSeconds:F0} s"));
        return database;
    }

    private static async Task<List<GrowthSample>> RoundsAsync(Bench bench, List<(long Size, BenchDatabase Database)> databases)
    {
        var rounds = Math.Max(LeastRounds, bench.Options.Runs);
        var found = new List<GrowthSample>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (size, database) in databases)
            {
                var newest = await GrowthFill.NewestAsync(database, Clicks);
                var anywhere = (await GrowthFill.AnywhereAsync(database, 2 * Clicks)).Except(newest).Take(Clicks).ToList();
                await bench.Postgres.SettleAsync(dropDatabases: false);
                foreach (var (name, result) in await new GrowthRound(bench.Options, database, round).RunAsync(newest, anywhere))
                    found.Add(new(name, size, result.Milliseconds(50), result.Milliseconds(99), result.PerSecond));
            }
        }

        return found;
    }

    private static void Tell(Bench bench, string name, List<GrowthSample> found)
    {
        foreach (var one in found.Where(one => one.Name == name))
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

        var medians = found.Where(one => one.Name == name).GroupBy(one => one.Size)
            .Select(runs => Percentiles.Median(runs.Select(run => run.P50))).ToList();
        bench.Results.Add(new()
        {
            Name = $"{name}: slowest size to fastest",
            Database = "postgres",
            Value = medians.Max() / medians.Min(),
            Unit = "times",
            Goal = Goal.AtMost(MostGrowth),
        });
    }
}
