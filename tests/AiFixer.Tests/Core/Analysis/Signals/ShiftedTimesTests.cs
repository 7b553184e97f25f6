using AiFixer.Core.Analysis.Signals;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Signals;

/// <summary>Lines that tell a time, which is the time of another place.</summary>
public sealed class ShiftedTimesTests
{
    [Theory]
    [InlineData(8, "8 hours later")]
    [InlineData(-5.5, "5.5 hours earlier")]
    public void Whole_hours_off_is_another_place(double hours, string says) => Of(hours).ShouldHaveSingleItem().Says.ShouldContain(says);

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(24)]
    public void The_right_time_and_any_other_one_are_not(double hours) => Of(hours).ShouldBeEmpty();

    [Fact]
    public void A_time_with_its_place_is_right() => ShiftedTimes.In(Seen.Scene() with { Lines = [.. Enumerable.Range(90, 4).Select(m => Seen.Line(m, $"refused now={Seen.At(m).AddHours(8):yyyy-MM-ddTHH:mm:ss}+08:00"))] }).ShouldBeEmpty();

    [Theory]
    [InlineData(".123+08:00")]
    [InlineData(" +0800 CST")]
    public void However_its_place_is_written(string place) => ShiftedTimes.In(Seen.Scene() with { Lines = [.. Enumerable.Range(90, 4).Select(m => Seen.Line(m, $"refused now={Seen.At(m).AddHours(8):yyyy-MM-dd HH:mm:ss}{place}"))] }).ShouldBeEmpty();

    private static List<Signal> Of(double hours) =>
        [.. ShiftedTimes.In(Seen.Scene() with { Lines = [.. Enumerable.Range(90, 4).Select(m => Seen.Line(m, $"refused now={Seen.At(m).AddHours(hours):yyyy-MM-ddTHH:mm:ss}"))] })];
}
