using AiFixer.Core.Analysis;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Where a number is going.</summary>
public sealed class TrendTests
{
    [Fact]
    public void What_falls_steadily_is_gone_at_a_foreseeable_time() =>
        Of(Enumerable.Range(0, 60).Select(i => 100.0 - i)).ShouldNotBeNull().TotalMinutes.ShouldBe(41, 1);

    [Fact]
    public void The_last_third_tells_where_it_goes_now() =>
        Of(Enumerable.Range(0, 60).Select(i => i < 40 ? 100.0 : 100 - (2.5 * (i - 39)))).ShouldNotBeNull().TotalMinutes.ShouldBe(20, 2);

    [Fact]
    public void What_only_trembles_goes_nowhere() => Of(Enumerable.Range(0, 60).Select(i => 100.0 + (i % 2))).ShouldBeNull();

    [Fact]
    public void A_small_fall_is_no_trend() => Of(Enumerable.Range(0, 60).Select(i => 100.0 - (0.2 * i))).ShouldBeNull();

    [Fact]
    public void What_rises_never_ends() => Of(Enumerable.Range(0, 60).Select(i => 100.0 + i)).ShouldBeNull();

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Six_values_are_enough_and_five_are_not(int count, bool isKnown) =>
        Of(Enumerable.Range(0, count).Select(i => 100.0 - (10 * i))).HasValue.ShouldBe(isKnown);

    [Fact]
    public void What_is_nothing_already_is_gone_now() =>
        Of(Enumerable.Range(0, 21).Select(i => 100.0 - (5 * i))).ShouldBe(TimeSpan.Zero);

    private static TimeSpan? Of(IEnumerable<double> values) =>
        Trend.TimeToZero(Series.Every(Given.Start, TimeSpan.FromMinutes(1), values));
}
