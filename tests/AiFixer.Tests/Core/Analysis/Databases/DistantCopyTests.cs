using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class DistantCopyTests
{
    private const string Said = "Synchronous replication between zones a and c is impaired: round trip 228 ms";
    private static readonly MetricFact[] Waits = [Db.Metric("WriteLatency", 2, 240), Db.Metric("WriteIOPS", 1900, 190), Db.Metric("ReadLatency", 0.8, 0.8), Db.Metric("DatabaseConnections", 190, 460)];

    [Fact]
    public void Writes_that_wait_for_their_copy_are_neither_load_nor_a_want_of_connections()
    {
        var cause = Db.Best(Db.Facts(Waits).With(Db.Event(90, Said), Db.Event(95, "DatabaseConnections has exceeded 90% of max_connections."))).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.Infrastructure, false), "no session says what it waits for");
        cause.Says.ShouldContain("a consequence");
    }

    [Theory]
    [InlineData("asynchronous replica db-r2 disconnected: connection timed out")]
    [InlineData("failover to standby started: primary storage unavailable")]
    public void Other_copies_are_waited_for_by_nobody(string said) =>
        Db.Best(Db.Facts(Waits).With(Db.Event(90, said)))?.Says.ShouldNotContain("waits for its synchronous copy");

    [Fact]
    public void Sessions_that_say_so_by_their_waits_make_it_likely()
    {
        var cause = DistantCopy.In(Db.Facts(Waits) with { Waits = [new("IPC:SyncRep", 90), new("CPU", 5)] }).ShouldNotBeNull();

        cause.IsCertain.ShouldBeFalse();
    }

    [Theory]
    [InlineData("WriteIOPS", "more is written, so the disks have more to do")]
    [InlineData("ReadLatency", "reads are slow too, so it is the disk itself")]
    public void Slow_writes_with_another_reason_are_not_the_copys(string also, string why) =>
        DistantCopy.In(Db.Facts([.. Waits.Where(m => m.Name != also), Db.Metric(also, 2, 60)]).With(Db.Event(90, Said))).ShouldBeNull(why);

    [Fact]
    public void An_impaired_copy_for_which_nothing_waits_is_not_what_is_felt() =>
        DistantCopy.In(Db.Facts(Db.Metric("WriteLatency", 2, 2)).With(Db.Event(90, Said))).ShouldBeNull();

    [Fact]
    public void That_a_standby_is_made_is_no_trouble_of_it() =>
        DistantCopy.In(Db.Facts(Waits).With(Db.Event(90, "A new standby for db is being created in zone b."))).ShouldBeNull();
}
