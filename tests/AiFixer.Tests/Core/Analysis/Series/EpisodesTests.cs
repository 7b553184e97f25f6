using AiFixer.Core.Analysis;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>Trouble that comes again.</summary>
public sealed class EpisodesTests
{
    [Fact]
    public void Trouble_that_comes_a_third_time_began_with_its_first()
    {
        var change = Of(minute => minute is (>= 100 and < 106) or (>= 160 and < 166) or (>= 220 and < 226) ? 80 : 2).ShouldNotBeNull();

        change.Onset.ShouldBe(Given.Start.AddMinutes(100));
        (change.Before, change.After).ShouldBe((2, 80));
        change.Recovered.ShouldBeFalse();
    }

    [Fact]
    public void Twice_is_not_yet_again_and_again() => Of(minute => minute is (>= 100 and < 106) or (>= 160 and < 166) ? 80 : 2).ShouldBeNull();

    [Fact]
    public void What_may_have_gone_on_for_ever_has_no_first_time() => Of(minute => minute % 60 is >= 10 and < 16 ? 80 : 2).ShouldBeNull();

    [Fact]
    public void Single_outliers_are_noise() => Of(minute => minute is 100 or 150 or 200 ? 80 : 2).ShouldBeNull();

    [Fact]
    public void A_new_level_is_no_episode() => Of(minute => minute >= 200 ? 80 : 2).ShouldBeNull();

    [Fact]
    public void What_always_swings_widely_is_calm_in_its_way() => Of(minute => 10 + (9 * Math.Sin(minute / 3.0))).ShouldBeNull();

    private static ChangePoint? Of(Func<int, double> value) =>
        Episodes.Of(Series.Every(Given.Start, TimeSpan.FromMinutes(1), Enumerable.Range(0, 240).Select(value)));
}
