using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class SeriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Points_are_put_in_order_and_the_last_of_one_time_counts()
    {
        var series = Series.Of([(At(20), 3), (At(0), 1), (At(10), 2), (At(20), 4), (At(30), double.PositiveInfinity)]);

        series.Times.ShouldBe([At(0), At(10), At(20), At(30)]);
        series.Values[..3].ShouldBe([1, 2, 4]);
        double.IsNaN(series.Values[3]).ShouldBeTrue();
        series.WithoutGaps().Count.ShouldBe(3);
    }

    [Fact]
    public void A_missing_sample_does_not_change_the_interval() =>
        Series.Of([(At(0), 1), (At(10), 1), (At(20), 1), (At(50), 1)]).Interval().ShouldBe(TimeSpan.FromSeconds(10));

    [Fact]
    public void A_part_ends_before_its_end() =>
        Series.Every(Start, TimeSpan.FromSeconds(10), 1, 2, 3, 4).Between(At(10), At(30)).Values.ShouldBe([2, 3]);

    [Fact]
    public void A_clock_that_is_wrong_is_put_right() =>
        Series.Every(Start, TimeSpan.FromSeconds(10), 1, 2).Shifted(TimeSpan.FromSeconds(-7)).Times[1].ShouldBe(At(3));

    [Fact]
    public void Series_of_different_sampling_share_the_coarser_grid()
    {
        var fine = Series.Every(At(0), TimeSpan.FromSeconds(10), Enumerable.Range(0, 31).Select(i => (double)i));
        var coarse = Series.Every(At(30), TimeSpan.FromSeconds(60), 1, 2, 3, 4, 5, 6);

        var grid = Grid.Of([fine, coarse]).ShouldNotBeNull();

        grid.ShouldBe(new Grid(At(30), TimeSpan.FromSeconds(60), 5));
        grid.Align(coarse).ShouldBe([1, 2, 3, 4, 5]);
        grid.Align(fine).ShouldBe([2.5, 8.5, 14.5, 20.5, 26.5]);
    }

    [Fact]
    public void A_short_gap_is_bridged_and_a_long_one_stays()
    {
        var grid = new Grid(Start, TimeSpan.FromSeconds(10), 12);
        var series = Series.Of([(At(0), 0), (At(10), 1), (At(40), 4), (At(100), 10), (At(110), 11)]);

        var aligned = grid.Align(series);

        aligned[..5].ShouldBe([0, 1, 2, 3, 4]);
        aligned[5..10].ShouldAllBe(value => double.IsNaN(value));
        aligned[10..].ShouldBe([10, 11]);
    }

    [Fact]
    public void Series_with_no_time_in_common_have_no_grid() =>
        Grid.Of([Series.Every(At(0), TimeSpan.FromSeconds(10), 1, 2), Series.Every(At(600), TimeSpan.FromSeconds(10), 1, 2)]).ShouldBeNull();

    [Theory]
    [InlineData(new double[] { 5 }, 5, 0)]
    [InlineData(new double[] { 4, 1, 3, 2 }, 2.5, 1)]
    [InlineData(new double[] { 1, 2, 3, 4, 1000 }, 3, 1)]
    [InlineData(new double[] { 7, 7, 7, 7, 9 }, 7, 0)]
    public void A_median_is_not_moved_by_one_wild_value(double[] values, double median, double mad)
    {
        Robust.Median(values).ShouldBe(median);
        Robust.Mad(values, median).ShouldBe(mad);
    }

    [Fact]
    public void Nothing_has_no_median() => double.IsNaN(Robust.Median([])).ShouldBeTrue();

    [Fact]
    public void A_median_is_the_middle_of_what_is_sorted()
    {
        for (var i = 1; i < 200; i++)
        {
            var values = new NoiseOf((ulong)i).Take(NoiseOf.Kinds[i % NoiseOf.Kinds.Length], i);
            var sorted = values.Order().ToArray();

            Robust.Median(values).ShouldBe((sorted[(i - 1) / 2] + sorted[i / 2]) / 2, 1e-12);
        }
    }

    private static DateTimeOffset At(int seconds) => Start + TimeSpan.FromSeconds(seconds);
}
