using System.Globalization;
using AiFixer.Core.Policy;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Policy;

/// <summary>Windows go by the clock on the wall of their place. Berlin: clocks went forward on 2026-03-29 and back on 2026-10-25.</summary>
public sealed class WindowTests
{
    [Theory]
    [InlineData("22:00", "06:00", "2026-01-05T21:00:00Z", true)]
    [InlineData("22:00", "06:00", "2026-01-05T20:59:59Z", false)]
    [InlineData("22:00", "06:00", "2026-01-06T04:59:59Z", true)]
    [InlineData("22:00", "06:00", "2026-01-06T05:00:00Z", false)]
    [InlineData("22:00", "06:00", "2026-07-05T20:00:00Z", true)]
    [InlineData("22:00", "06:00", "2026-07-05T19:59:59Z", false)]
    [InlineData("09:00", "17:00", "2026-01-05T08:00:00Z", true)]
    [InlineData("09:00", "17:00", "2026-01-05T16:00:00Z", false)]
    [InlineData("00:00", "00:00", "2026-01-05T12:00:00Z", true)]
    public void It_goes_by_the_local_time_summer_and_winter(string from, string to, string at, bool isIn) =>
        In(Berlin(from, to), at).ShouldBe(isIn);

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", false)]
    [InlineData("2026-03-29T01:00:00Z", true)]
    [InlineData("2026-03-29T01:29:59Z", true)]
    [InlineData("2026-03-29T01:30:00Z", false)]
    public void A_beginning_that_the_clock_skips_is_the_moment_of_the_skip(string at, bool isIn) =>
        In(Berlin("02:30", "03:30"), at).ShouldBe(isIn);

    [Fact]
    public void A_window_that_the_clock_skips_whole_is_not_that_day() =>
        Enumerable.Range(0, 24 * 60).Count(minute => In(Berlin("02:15", "02:45"), At("2026-03-28T23:00:00Z").AddMinutes(minute))).ShouldBe(0);

    [Fact]
    public void A_window_around_the_skip_is_an_hour_shorter() =>
        Minutes(Berlin("01:00", "04:00"), "2026-03-28T23:00:00Z", untilLast: false).ShouldBe(120);

    [Fact]
    public void What_forbids_lasts_through_both_of_two_equal_hours() =>
        Minutes(Berlin("02:00", "02:30"), "2026-10-24T22:00:00Z", untilLast: true).ShouldBe(90);

    [Fact]
    public void What_allows_ends_with_the_first_of_two_equal_hours() =>
        Minutes(Berlin("02:00", "02:30"), "2026-10-24T22:00:00Z", untilLast: false).ShouldBe(30);

    [Theory]
    [InlineData("2026-01-09T22:30:00Z", true)]
    [InlineData("2026-01-10T03:00:00Z", true)]
    [InlineData("2026-01-10T22:30:00Z", false)]
    public void Over_midnight_the_day_is_the_one_on_which_it_begins(string at, bool isIn) =>
        In(Berlin("23:00", "06:00") with { Days = [DayOfWeek.Friday] }, at).ShouldBe(isIn);

    [Theory]
    [InlineData("2026-12-19T23:59:59Z", false)]
    [InlineData("2026-12-20T00:00:00Z", true)]
    [InlineData("2027-01-02T23:59:59Z", true)]
    [InlineData("2027-01-03T00:00:00Z", false)]
    public void Outside_of_its_season_it_does_not_count(string at, bool isIn) =>
        In(new PolicyWindow { Name = "year's end", Since = At("2026-12-20T00:00:00Z"), Until = At("2027-01-03T00:00:00Z") }, at).ShouldBe(isIn);

    private static PolicyWindow Berlin(string from, string to) => new()
    {
        Name = "night",
        Zone = "Europe/Berlin",
        From = TimeOnly.Parse(from, CultureInfo.InvariantCulture),
        To = TimeOnly.Parse(to, CultureInfo.InvariantCulture),
    };

    private static int Minutes(PolicyWindow window, string from, bool untilLast) =>
        Enumerable.Range(0, 24 * 60).Count(minute => WindowTimes.Has(window, At(from).AddMinutes(minute), untilLast));

    private static bool In(PolicyWindow window, string at) => In(window, At(at));

    private static bool In(PolicyWindow window, DateTimeOffset at) => WindowTimes.Has(window, at, untilLast: false);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
