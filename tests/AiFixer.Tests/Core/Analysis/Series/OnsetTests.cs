using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class OnsetTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Nothing_that_jumps_to_something_is_a_step()
    {
        var found = Of([.. Zeros(43), 20, 45, 70, 95, 120, 120, 120, 120]).ShouldNotBeNull();

        found.Onset.ShouldBe(Start + (43 * Minute));
        found.Earliest.ShouldBe(Start + (42 * Minute));
        found.Before.ShouldBe(0);
        found.Recovered.ShouldBeFalse();
        found.Rose.ShouldBeTrue();
    }

    [Fact]
    public void Two_samples_at_the_end_are_enough_when_nothing_like_it_was_seen() =>
        Of([.. Zeros(60), 80, 90]).ShouldNotBeNull().Onset.ShouldBe(Start + (60 * Minute));

    [Fact]
    public void One_sample_is_not_enough() => Of([.. Zeros(60), 80]).ShouldBeNull();

    [Fact]
    public void One_wild_sample_among_others_is_no_change() => Of([.. Noise(1, 30), 900, .. Noise(2, 30)]).ShouldBeNull();

    [Fact]
    public void Too_few_samples_say_nothing() => Of([1, 1, 1, 9, 9, 9]).ShouldBeNull();

    [Fact]
    public void What_never_changes_has_no_onset() => Of(Zeros(200)).ShouldBeNull();

    [Fact]
    public void What_came_and_went_is_a_spike_that_has_recovered()
    {
        var found = Of([.. Noise(1, 50), .. Noise(2, 8, 30), .. Noise(3, 40)]).ShouldNotBeNull();

        found.Kind.ShouldBe(ChangeKind.Spike);
        found.Onset.ShouldBe(Start + (50 * Minute));
        found.RecoveredAt.ShouldBe(Start + (58 * Minute));
    }

    [Fact]
    public void Two_samples_back_are_too_few_to_call_it_recovered() =>
        Of([.. Noise(1, 50), .. Noise(2, 8, 30), .. Noise(3, 2)]).ShouldNotBeNull().Recovered.ShouldBeFalse();

    [Fact]
    public void A_slow_drift_begins_where_it_begins()
    {
        var found = Of([.. Noise(1, 70), .. Noise(2, 160).Select((value, i) => value + (0.5 * i))]).ShouldNotBeNull();

        found.Kind.ShouldBe(ChangeKind.Ramp);
        found.Onset.ShouldBeInRange(Start + (66 * Minute), Start + (76 * Minute));
        (Start + (70 * Minute)).ShouldBeInRange(found.Earliest, found.Latest);
        found.Rise.ShouldBeGreaterThan(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_drift_that_was_there_from_the_start_may_have_begun_earlier() =>
        Of([.. Noise(1, 120).Select((value, i) => value + (0.4 * i))]).ShouldNotBeNull().Earliest.ShouldBeLessThan(Start + (10 * Minute));

    [Fact]
    public void A_fall_is_found_too()
    {
        var found = Of([1840, 1920, 1780, 1860, 1910, 1840, 1760, 1830, 420, 81, 12, 2, 0, 0, 0]).ShouldNotBeNull();

        found.Rose.ShouldBeFalse();
        found.Onset.ShouldBe(Start + (8 * Minute));
    }

    [Fact]
    public void Trouble_that_grows_in_stages_began_with_the_first() =>
        Of([.. Noise(1, 40), .. Noise(2, 20, 25), .. Noise(3, 30, 90)]).ShouldNotBeNull().Onset.ShouldBe(Start + (40 * Minute));

    [Fact]
    public void A_few_outliers_do_not_hide_a_step()
    {
        double[] values = [.. Noise(1, 60), .. Noise(2, 25, 12)];
        values[10] = 500;
        values[33] = -300;
        values[70] = 400;

        Of(values).ShouldNotBeNull().Onset.ShouldBe(Start + (60 * Minute));
    }

    [Fact]
    public void Over_a_gap_nobody_knows_when_it_began()
    {
        double[] values = [.. Noise(1, 40), .. Enumerable.Repeat(double.NaN, 10), .. Noise(2, 20, 30)];
        var found = Of(values).ShouldNotBeNull();

        found.Earliest.ShouldBe(Start + (39 * Minute));
        found.Latest.ShouldBe(Start + (50 * Minute));
    }

    [Fact]
    public void Nothing_begins_while_all_is_known_to_be_normal() =>
        Onset.Of(Series.Every(Start, Minute, [.. Noise(1, 20), .. Noise(2, 40, 20)]), Start + (30 * Minute))
            ?.Onset.ShouldBeGreaterThanOrEqualTo(Start + (30 * Minute));

    [Fact]
    public void The_beginning_being_high_is_a_fall_and_not_a_rise()
    {
        var found = Of([.. Noise(1, 12, 40), .. Noise(2, 80)]).ShouldNotBeNull();

        found.Rose.ShouldBeFalse();
        found.Onset.ShouldBe(Start + (12 * Minute));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(300)]
    public void How_often_it_was_sampled_makes_no_difference(int seconds)
    {
        var random = new NoiseOf(5);
        var series = Series.Of(Enumerable.Range(0, 100).Select(i =>
            (Start + TimeSpan.FromSeconds(seconds * (i + (0.4 * random.Normal() / 3))), random.Normal() + (i >= 62 ? 15 : 0))));

        Onset.Of(series).ShouldNotBeNull().Onset.ShouldBe(series.Times[62]);
    }

    private static ChangePoint? Of(params double[] values) => Onset.Of(Series.Every(Start, Minute, values));

    private static double[] Zeros(int count) => new double[count];

    private static double[] Noise(ulong seed, int count, double level = 0) =>
        [.. new NoiseOf(seed).Take("normal", count).Select(value => value + level)];
}
