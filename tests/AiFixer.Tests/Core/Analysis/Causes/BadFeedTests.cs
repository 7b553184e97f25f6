using AiFixer.Core.Analysis.Causes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Data that was delivered and lacks what was there before.</summary>
public sealed class BadFeedTests
{
    private const string Delivery = "new version of stations published, 40 entries";

    [Fact]
    public void A_delivery_after_which_most_is_gone_is_bad_data()
    {
        var cause = Of(after: 40, Delivery).ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.DataQuality, "none"));
        cause.Says.ShouldContain("40 entries");
    }

    [Fact]
    public void Without_a_delivery_nobody_brought_it() => Of(after: 40, "42 stations were asked for").ShouldBeNull();

    [Fact]
    public void A_delivery_after_which_most_is_still_there_is_none() => Of(after: 700, Delivery).ShouldBeNull();

    [Fact]
    public void Of_what_is_kept_less_has_to_go_when_it_goes_the_moment_the_delivery_comes()
    {
        Of(after: 550, Delivery).ShouldNotBeNull();
        Of(after: 550, Delivery, Seen.Began - 60).ShouldBeNull("an hour lies between");
        Of(after: 190, Delivery, Seen.Began - 60).ShouldNotBeNull("a fifth that is left is little, whenever it came");
        Of(after: 330, Delivery, Seen.Began - 60).ShouldBeNull("a third is not");
    }

    [Fact]
    public void A_rate_that_falls_is_no_stock() =>
        Of(after: 550, Delivery, isRate: true).ShouldBeNull();

    private static Cause? Of(double after, string line, int at = Seen.Began - 1, bool isRate = false) => BadFeed.In((Seen.Scene() with
    {
        Metrics = [Seen.Metric("known_entries", 1000, after, "stations") with { IsRate = isRate }, Seen.Metric("error_ratio", 0.01, 0.4, began: Seen.Began + 2)],
        Lines = [Seen.Line(at, line, "info", "stations")],
    }).Picture());
}
