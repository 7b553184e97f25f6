using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Numbers that leave their level as a change begins to run.</summary>
public sealed class StepsTests
{
    private const int Shipped = 60;

    [Fact]
    public void A_step_as_it_is_shipped_belongs_to_it() => At(Seen.Metric("cache_entries", 100, 300, began: Shipped + 2)).ShouldBeTrue();

    [Fact]
    public void A_step_much_later_or_before_it_does_not()
    {
        At(Seen.Metric("cache_entries", 100, 300, began: Shipped + 15)).ShouldBeFalse();
        At(Seen.Metric("cache_entries", 100, 300, began: Shipped - 10)).ShouldBeFalse();
    }

    [Fact]
    public void What_begins_anew_with_every_version_tells_nothing() => At(Seen.Metric("process_uptime_seconds", 9000, 30, began: Shipped + 1)).ShouldBeFalse();

    [Fact]
    public void More_of_being_asked_is_not_its_doing() => At(Seen.Metric("requests_per_second", 100, 300, began: Shipped + 1)).ShouldBeFalse();

    [Fact]
    public void Numbers_of_somebody_else_are_not_its_own() => At(Seen.Metric("cache_entries", 100, 300, "search", Shipped + 1)).ShouldBeFalse();

    [Fact]
    public void What_others_stand_on_moves_their_numbers() =>
        At(Seen.Metric("cache_entries", 100, 300, "search", Shipped + 1), service: "platform").ShouldBeTrue();

    private static bool At(MetricFact metric, string service = "web") =>
        Steps.At(new(Seen.At(Shipped), service, true), (Seen.Scene() with { Metrics = [metric] }).Picture());
}
