using System.Collections.Immutable;
using AiFixer.Core.Analysis;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>What was left went down evenly until the trouble began.</summary>
public sealed class DriedUpTests
{
    [Fact]
    public void What_fell_evenly_to_nothing_as_the_trouble_began_is_used_up()
    {
        var cause = Of("node_filesystem_files_free", Falling).ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.ResourceExhaustion, "none"));
        cause.Says.ShouldContain("inodes");
    }

    [Fact]
    public void After_somebody_cleaned_up_it_counts_from_there() =>
        Of("addresses_available", minute => minute < 20 ? 900 - (20 * minute) : 1000 * Math.Max(0, 90 - minute) / 70.0).ShouldNotBeNull();

    [Fact]
    public void What_is_filled_evenly_is_used_up_too() => Of("disk_used_ratio", minute => Math.Min(0.98, 0.8 + (0.002 * minute)) / 0.98).ShouldNotBeNull();

    [Fact]
    public void What_is_not_given_back_is_a_mistake_and_not_use() => Of("connections_free", Falling).ShouldBeNull();

    [Fact]
    public void What_was_shipped_before_may_use_it_up()
    {
        var seen = Scene("disk_free", Falling) with { Deploys = [new(Seen.At(-1), "storage", "abc", null, "E3")] };

        DriedUp.In(seen.Picture()).ShouldNotBeNull().Strength.ShouldBeLessThan(Of("disk_free", Falling)!.Strength);
    }

    [Fact]
    public void What_fell_from_a_moment_on_was_made_to_fall() =>
        Of("disk_free", minute => minute < 75 ? 1000 : 1000 * Math.Max(0, 90 - minute) / 15.0).ShouldBeNull();

    [Fact]
    public void What_is_still_there_is_not_used_up() => Of("disk_free", minute => 1000 - (5 * minute)).ShouldBeNull();

    [Fact]
    public void What_ended_long_before_the_trouble_is_another_story() => Of("disk_free", minute => 1000 * Math.Max(0, 60 - minute) / 60.0).ShouldBeNull();

    [Fact]
    public void A_number_that_is_not_left_of_anything_may_fall() => Of("orders_in_work", Falling).ShouldBeNull();

    private static double Falling(int minute) => 1000 * Math.Max(0, Seen.Began - minute) / (double)Seen.Began;

    private static Cause? Of(string name, Func<int, double> value) => DriedUp.In(Scene(name, value).Picture());

    private static SceneFacts Scene(string name, Func<int, double> value) => Seen.Scene() with
    {
        Metrics = [Exact(name, value), Seen.Metric("error_ratio", 0.01, 0.4)],
        Lines = [.. Seen.Lines(Seen.Began, Seen.Began + 10, "cannot write: no space left on device")],
    };

    private static MetricFact Exact(string name, Func<int, double> value) =>
        new(name, "storage", ImmutableDictionary<string, string>.Empty, Series.Of(Enumerable.Range(0, Seen.Minutes).Select(i => (Seen.At(i), value(i)))), "E1");
}
