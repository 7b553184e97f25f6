using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class DelayedReplicaTests
{
    private static readonly DatabaseEvent Exceeded = Db.Event(95, "Read replica far replication lag has exceeded 300 seconds.", "far");

    [Theory]
    [InlineData("far.recovery_min_apply_delay", "3600000 ms")]
    [InlineData("far.recovery_min_apply_delay", "3600000")]
    [InlineData("far.recovery_min_apply_delay", "1h")]
    [InlineData("far.source_delay", "3600")]
    public void A_replica_that_is_as_far_behind_as_it_is_set_to_be_is_well(string setting, string value)
    {
        var cause = Db.Best(Lagging(3600, (setting, value))).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Healthy);
        cause.Says.ShouldContain("far is meant to be 3600 s behind");
    }

    [Fact]
    public void What_was_changed_tells_it_too()
    {
        var facts = Lagging(3600);

        Db.Best(facts with { Events = facts.Events.Insert(0, Db.Event(-900, "Updated parameter recovery_min_apply_delay to 3600000 with apply method immediate", "far")) })
            .ShouldNotBeNull().Category.ShouldBe(Categories.Healthy);
    }

    [Theory]
    [InlineData("far.recovery_min_apply_delay", "600000", "it is behind by more than was meant")]
    [InlineData("near.recovery_min_apply_delay", "3600000", "another was meant")]
    [InlineData("far.max_standby_streaming_delay", "3600000", "that is something else")]
    public void A_replica_that_is_behind_otherwise_is_not(string setting, string value, string why) =>
        Db.Best(Lagging(3600, (setting, value))).ShouldNotBeNull().Category.ShouldBe(Categories.ResourceExhaustion, why);

    [Fact]
    public void Beyond_its_delay_it_lags()
    {
        var facts = Db.Facts(Db.Metric("ReplicaLag", m => m < 90 ? 3600 : 3600 + (60 * (m - 89)), "far")).With(Exceeded);

        Db.Best(facts with { Settings = facts.Settings.Add("far.recovery_min_apply_delay", "3600000") }).ShouldNotBeNull().Category.ShouldBe(Categories.ResourceExhaustion);
    }

    private static DatabaseFacts Lagging(double seconds, params (string Name, string Value)[] settings)
    {
        var facts = Db.Facts(Db.Metric("ReplicaLag", seconds, seconds, "far"), Db.Metric("CPUUtilization", 30, 30)).With(Exceeded);
        return facts with { Scene = facts.Scene with { Alert = facts.Scene.Alert with { Summary = "far lags behind" } }, Settings = facts.Settings.AddRange(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))) };
    }
}
