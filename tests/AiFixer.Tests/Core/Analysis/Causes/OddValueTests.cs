using System.Collections.Immutable;
using AiFixer.Core.Analysis;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>One value among many that cannot be, and came with a delivery.</summary>
public sealed class OddValueTests
{
    private const string Delivery = "applied 4120 rows of TRY";

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(9999)]
    public void An_impossible_value_that_was_delivered_is_bad_data(double value)
    {
        var cause = Of(value, Delivery).ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.DataQuality, "none"));
        cause.Says.ShouldContain("TRY");
    }

    [Fact]
    public void A_value_that_can_be_is_none() => Of(3.4, Delivery).ShouldBeNull();

    [Fact]
    public void Without_a_delivery_nobody_brought_it() => Of(0, "TRY was asked for").ShouldBeNull();

    [Fact]
    public void A_delivery_of_something_else_did_not_bring_it() => Of(0, "applied 4120 rows of HUF").ShouldBeNull();

    [Fact]
    public void Where_the_others_are_the_same_it_is_what_reads_them() => Of(0, Delivery, others: 0).ShouldBeNull();

    [Fact]
    public void A_process_that_stopped_is_no_data() => Of(0, "import of TRY ended", name: "up").ShouldBeNull();

    [Fact]
    public void Work_that_stops_is_no_data() => Of(0, Delivery, name: "requests_per_second").ShouldBeNull();

    private static Cause? Of(double after, string line, double others = 2, string name = "fx_rate") => OddValue.In((Seen.Scene() with
    {
        Metrics = [Rate(name, "TRY", after), Rate(name, "HUF", others), Rate(name, "PLN", others), Seen.Metric("error_ratio", 0.01, 0.4, began: Seen.Began + 2)],
        Lines = [Seen.Line(Seen.Began - 1, line, "info", "loader")],
    }).Picture());

    private static MetricFact Rate(string name, string currency, double after) => new(
        name, "loader", ImmutableDictionary<string, string>.Empty.Add("currency", currency),
        Series.Of(Enumerable.Range(0, Seen.Minutes).Select(i => (Seen.At(i), i < Seen.Began ? 2.0 : after))), "E1");
}
