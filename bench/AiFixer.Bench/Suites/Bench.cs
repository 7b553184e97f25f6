using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>What every suite works with.</summary>
internal sealed record Bench(BenchOptions Options, BenchPostgres Postgres, Results Results)
{
    public async Task<BenchDatabase> EmptyAsync(string database)
    {
        await Postgres.SettleAsync(dropDatabases: true);
        return await BenchDatabase.MakeAsync(database, Postgres);
    }
}
