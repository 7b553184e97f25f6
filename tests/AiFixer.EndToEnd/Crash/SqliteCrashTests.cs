namespace AiFixer.EndToEnd.Crash;

[Trait("Suite", "crash")]
public sealed class SqliteCrashTests
{
    [Fact]
    public Task Nothing_acknowledged_is_lost_and_nothing_happens_twice_on_SQLite() =>
        CrashRun.RunAsync("sqlite", () => Task.FromResult<string?>(null), TestContext.Current.CancellationToken);
}
