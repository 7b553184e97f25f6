using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

[Trait("Suite", "crash")]
public sealed class PostgresCrashTests(SharedPostgres postgres)
{
    [Fact]
    public Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_on_PostgreSQL() =>
        CrashRun.RunAsync("postgres", async () => await postgres.CreateDatabaseAsync(), TestContext.Current.CancellationToken);
}
