using AiFixer.Core.Analysis.Signals;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Signals;

/// <summary>One piece of work that touched far more than those before.</summary>
public sealed class OddCountsTests
{
    [Fact]
    public void Far_more_rows_than_ever_are_told()
    {
        var signal = Of(391_774).ShouldHaveSingleItem();

        (signal.Owner, signal.Name).ShouldBe(("extranet", "rows"));
        signal.Says.ShouldContain("391774 rows where it were 60 at most");
    }

    [Fact]
    public void Some_more_are_not() => Of(900).ShouldBeEmpty();

    [Fact]
    public void Digits_of_other_scripts_are_not_read() =>
        OddCounts.In(Seen.Scene() with { Lines = [Seen.Line(Seen.Began, "imported １２３ rows, rows=٣", "info", "extranet")] }, Seen.At(Seen.Began)).ShouldBeEmpty();

    [Fact]
    public void What_was_never_counted_before_cannot_be_more() =>
        OddCounts.In(Seen.Scene() with { Lines = [Seen.Line(Seen.Began, "closeout rows=391774", "info", "extranet")] }, Seen.At(Seen.Began)).ShouldBeEmpty();

    private static List<Signal> Of(int rows) => [.. OddCounts.In(Seen.Scene() with
    {
        Lines = [.. new[] { 4, 60, 12, 30 }.Index().Select(one => Seen.Line(20 + one.Index, $"closeout rows={one.Item}", "info", "extranet")), Seen.Line(Seen.Began - 2, $"closeout rows={rows}", "info", "extranet")],
    }, Seen.At(Seen.Began))];
}
