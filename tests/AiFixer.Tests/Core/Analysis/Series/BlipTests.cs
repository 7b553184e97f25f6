using AiFixer.Core.Analysis;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Some minutes of trouble that are over.</summary>
public sealed class BlipTests
{
    [Fact]
    public void Some_minutes_that_are_far_off_began_and_ended()
    {
        var change = Of(minute => minute is >= 60 and < 65 ? 2000 : 200).ShouldNotBeNull();

        (change.Onset, change.RecoveredAt).ShouldBe((Given.Start.AddMinutes(60), Given.Start.AddMinutes(65)));
        (change.Before, change.After).ShouldBe((200, 2000));
    }

    [Fact]
    public void A_fall_is_one_too() => Of(minute => minute is >= 60 and < 65 ? 5 : 200).ShouldNotBeNull().Rose.ShouldBeFalse();

    [Fact]
    public void One_sample_is_noise() => Of(minute => minute is 60 ? 2000 : 200).ShouldBeNull();

    [Fact]
    public void Two_times_are_no_blip() => Of(minute => minute is (>= 40 and < 45) or (>= 70 and < 75) ? 2000 : 200).ShouldBeNull();

    [Fact]
    public void What_is_not_over_is_none() => Of(minute => minute >= 90 ? 2000 : 200).ShouldBeNull();

    [Fact]
    public void A_third_more_is_no_trouble() => Of(minute => minute is >= 60 and < 65 ? 265 : 200).ShouldBeNull();

    [Fact]
    public void One_sample_is_enough_where_somebody_was_called_for_it() => Of(minute => minute is 60 ? 2000 : 200, least: 1).ShouldNotBeNull();

    private static ChangePoint? Of(Func<int, double> value, int least = 2) =>
        Blip.Of(Series.Every(Given.Start, TimeSpan.FromMinutes(1), Enumerable.Range(0, 95).Select(value)), least);
}
