using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Tests.Core.Analysis.Databases.Support;

namespace AiFixer.Tests.Core.Analysis.Databases;

public sealed class CalmedTests
{
    private static readonly StatementFact Vacuum = new("autovacuum: VACUUM public.books", 0.5, 0.4, []);

    [Fact]
    public void Disks_that_were_slow_during_a_backup_and_are_as_before_since_are_well()
    {
        var cause = Db.Best(Slow(50, 57) with { Statements = [Vacuum] }).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Healthy);
        cause.Says.ShouldContain("Backing up DB instance db.");
    }

    [Theory]
    [InlineData(50, 117, "it ended a moment ago")]
    [InlineData(90, 200, "it goes on")]
    [InlineData(0, 70, "nobody saw how it was before")]
    public void What_is_not_over_for_a_while_is_not_calm(int from, int until, string why) => Calmed.In(Slow(from, until)).ShouldBeNull(why);

    [Fact]
    public void While_it_goes_on_nobody_says_that_all_is_well() => Db.Best(Slow(90, 200))?.Category.ShouldNotBe(Categories.Healthy);

    [Fact]
    public void A_vacuum_that_goes_on_with_checkpoint_after_checkpoint_is_trouble() =>
        Db.Best(Slow(90, 200).With(Db.Event(92, "checkpoints are occurring too frequently (9 seconds apart)")) with { Statements = [Vacuum] })
            .ShouldNotBeNull().Category.ShouldBe(Categories.ResourceExhaustion);

    private static DatabaseFacts Slow(int from, int until) =>
        Db.Facts(Db.Metric("WriteLatency", m => m >= from && m < until ? 88 : 1.4), Db.Metric("DiskQueueDepth", m => m >= from && m < until ? 14 : 0.2))
            .With(Db.Event(from, "Backing up DB instance db."), Db.Event(from + 9, "automatic vacuum of table \"db.books\": index scans: 1"));
}
