using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class SeveredReplicaTests
{
    private const string Said = "FATAL: could not connect to the primary server: Connection timed out";
    private static readonly MetricFact Lag = Db.Metric("ReplicaLag", m => m < 90 ? 1.4 : 60 * (m - 89), "far");
    private static readonly MetricFact Idle = Db.Metric("NetworkReceiveThroughput", 15e6, 2e4, "far");

    [Theory]
    [InlineData(Said)]
    [InlineData("error reconnecting to master 'repl@db:3306', Lost connection: network is unreachable")]
    [InlineData("Replication has stopped: the source cannot be reached.")]
    public void A_replica_that_nothing_reaches_does_not_replay_too_slowly(string said)
    {
        var cause = Db.Best(Db.Facts(Lag, Idle, Db.Metric("ReplicaLag", 0.5, 0.5, "near"), Db.Metric("TransactionLogsGeneration", 15e6, 34e6)).With(Db.Event(90, said, "far"))).ShouldNotBeNull();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.Infrastructure, true));
        cause.Says.ShouldContain("near follows the same source without delay");
    }

    [Theory]
    [InlineData("FATAL: could not connect to the primary server: password authentication failed, timed out")]
    [InlineData("Replication has stopped: requested WAL segment has already been removed, network ok")]
    [InlineData("canceling statement due to conflict with recovery")]
    public void A_replica_that_was_turned_away_or_stopped_for_itself_is_not_cut_off(string said) =>
        SeveredReplica.In(Db.Facts(Lag, Idle).With(Db.Event(90, said, "far"))).ShouldBeNull();

    [Fact]
    public void A_replica_that_is_a_moment_late_is_not_cut_off() =>
        SeveredReplica.In(Db.Facts(Db.Metric("ReplicaLag", m => m < 90 ? 0.01 : 0.4, "far"), Idle).With(Db.Event(90, Said, "far"))).ShouldBeNull();

    [Fact]
    public void A_replica_that_nobody_measures_may_have_too_much_to_replay() =>
        SeveredReplica.In(Db.Facts(Lag, Db.Metric("TransactionLogsGeneration", 15e6, 75e6)).With(Db.Event(90, "terminating walsender process due to replication timeout", "far"))).ShouldBeNull();

    [Fact]
    public void A_replica_that_still_receives_has_too_much_to_replay()
    {
        var cause = Db.Best(Db.Facts(Lag, Db.Metric("NetworkReceiveThroughput", 15e6, 34e6, "far")).With(Db.Event(90, Said, "far"))).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.ResourceExhaustion);
    }

    [Fact]
    public void A_connection_that_came_back_is_not_why_it_lags() =>
        SeveredReplica.In(Db.Facts(Lag, Idle).With(Db.Event(90, Said, "far"), Db.Event(93, "started streaming WAL from primary", "far"))).ShouldBeNull();

    [Fact]
    public void What_failed_to_connect_long_after_the_lag_began_did_not_begin_it() =>
        SeveredReplica.In(Db.Facts(Lag, Idle).With(Db.Event(112, Said, "far"))).ShouldBeNull();
}
