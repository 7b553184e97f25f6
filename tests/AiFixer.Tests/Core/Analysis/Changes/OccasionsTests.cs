using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>What a change waits for before it does harm.</summary>
public sealed class OccasionsTests
{
    private static readonly Mechanism Retries = Mechanisms.All.First(m => m.Name == "more retries");
    private static readonly Mechanism Queries = Mechanisms.All.First(m => m.Name == "an index that is gone");
    private static readonly SceneFacts Scene = Seen.Scene() with { Metrics = [Seen.Metric("error_ratio", 0.01, 0.4)] };

    [Fact]
    public void What_repeats_waits_for_a_failure()
    {
        var failing = Scene with { Lines = [.. Seen.Lines(Seen.Began, Seen.Minutes, "upstream timed out", service: "edge")] };

        Came(Retries, failing).ShouldBeTrue();
        Came(Retries, Scene).ShouldBeFalse("nothing failed that could be repeated");
        Came(Queries, failing).ShouldBeFalse("a missing index waits for nothing");
    }

    [Fact]
    public void What_had_nothing_to_do_since_it_was_shipped_works_for_the_first_time()
    {
        var idle = Scene with { Lines = [.. Seen.Lines(Seen.Began, Seen.Began + 5, "line # booked", "info")] };

        Came(Queries, idle).ShouldBeTrue();
        Came(Queries, idle with { Lines = [Seen.Line(50, "line 50 booked", "info"), .. idle.Lines] }).ShouldBeFalse("it worked before, and all was well");
        Came(Queries, idle with { Lines = [.. idle.Lines.Take(2)] }).ShouldBeFalse("two lines are too few to tell");
    }

    [Fact]
    public void What_has_room_for_less_waits_for_the_load()
    {
        var smaller = Mechanisms.All.First(m => m.Name == "fewer copies");

        Came(smaller, Scene with { Metrics = [.. Scene.Metrics, Seen.Metric("requests_per_second", 40, 100)] }).ShouldBeTrue();
        Came(smaller, Scene with { Metrics = [.. Scene.Metrics, Seen.Metric("requests_per_second", 100, 40)] }).ShouldBeFalse("less was asked");
        Came(Queries, Scene with { Metrics = [.. Scene.Metrics, Seen.Metric("requests_per_second", 40, 100)] }).ShouldBeFalse("a missing index waits for nothing");
    }

    [Fact]
    public void A_switch_of_what_runs_it_may_begin_it()
    {
        FlagFact Turned(string service, int minute) => new(Seen.At(minute), service, "season_closed", "off->on", "E1");

        Came(Queries, Scene with { Flags = [Turned("web", Seen.Began - 5)] }).ShouldBeTrue();
        Came(Queries, Scene with { Flags = [Turned("edge", Seen.Began - 5)] }).ShouldBeFalse("it is a switch of something else");
        Came(Queries, Scene with { Flags = [Turned("web", 5)] }).ShouldBeFalse("it was turned before the change was shipped");
    }

    private static bool Came(Mechanism mechanism, SceneFacts scene) => Occasions.Came(mechanism, new(Seen.At(10), "web", true), scene.Picture());
}
