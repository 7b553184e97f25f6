using System.Collections.Immutable;
using AiFixer.Core.Analysis;
using AiFixer.Core.Analysis.Conclusions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Analysis.Conclusions;

/// <summary>What has to come back before a fix counts.</summary>
public sealed class MustRecoverTests
{
    private static readonly DateTimeOffset Now = Given.Start;
    private static readonly double[] Wave = [0.01, -0.02, 0.015, -0.01, 0.02, -0.015];

    [Fact]
    public void A_number_that_went_wrong_where_it_hurts_has_to_come_most_of_the_way_back()
    {
        var signal = Of(Metric("error_ratio", 0.1, 0.9)).ShouldHaveSingleItem();

        signal.Query.ShouldBe("""error_ratio{service="web"}""");
        signal.Before.ShouldBe(0.1, 0.02);
        signal.During.ShouldBe(0.9, 0.05);
        signal.Bound.ShouldBe(0.3, 0.05);
        signal.IsBack(0.2).ShouldBeTrue();
        signal.IsBack(0.5).ShouldBeFalse();
    }

    [Fact]
    public void What_a_fix_replaces_is_not_asked_for_by_name() =>
        Of(Metric("error_ratio", 0.1, 0.9, ("pod", "web-7f9-x1"), ("route", "/pay \"now\""))).ShouldHaveSingleItem()
            .Query.ShouldBe("""error_ratio{route="/pay \"now\"",service="web"}""");

    [Fact]
    public void Counters_are_asked_for_as_rates() =>
        Of(Metric("errors_total", 0.1, 0.9) with { IsRate = true }).ShouldHaveSingleItem().Query.ShouldBe("""rate(errors_total{service="web"}[5m])""");

    [Fact]
    public void What_only_grows_may_be_a_count_of_all_there_ever_was_and_is_not_waited_for()
    {
        var growing = Series.Of(Enumerable.Range(0, 120).Select(i => (Now.AddMinutes(i - 120), i < 90 ? 1.0 : 1.0 + (7 * (i - 89)))));

        Of(Metric("errors_seen", 0, 0) with { Series = growing }).ShouldBeEmpty();
    }

    [Fact]
    public void What_fell_is_waited_for_only_where_it_will_be_the_same_one()
    {
        Of(Metric("success_ratio", 0.99, 0.2)).ShouldHaveSingleItem().Bound.ShouldBe(0.79, 0.05);
        Of(Metric("success_ratio", 0.99, 0.2, ("instance", "10.0.0.7:80"))).ShouldBeEmpty("a new one begins low");
    }

    [Fact]
    public void Numbers_of_others_and_of_no_harm_are_not_waited_for() =>
        Of(Metric("error_ratio", 0.1, 0.9) with { Owner = "cart" }, Metric("build_info", 1, 5)).ShouldBeEmpty();

    [Fact]
    public void The_number_of_the_alert_comes_first_and_there_are_three_at_most() =>
        Of([.. Enumerable.Range(1, 5).Select(i => Metric($"error_ratio_{i}", 0.1, 0.9)), Metric("checkout_latency", 10, 900)], "checkout_latency is high")
            .Select(signal => signal.Query.Split('{')[0]).ShouldBe(["checkout_latency", "error_ratio_1", "error_ratio_2"], ignoreOrder: true);

    private static ImmutableList<RecoverySignal> Of(params MetricFact[] metrics) => Of(metrics, "it is slow");

    private static ImmutableList<RecoverySignal> Of(MetricFact[] metrics, string summary)
    {
        var alert = Given.Alert() with { Summary = summary, Description = "", Annotations = ImmutableSortedDictionary<string, string>.Empty, StartsAt = Now.AddMinutes(-25) };
        return MustRecover.In(PictureMaker.Of(new SceneFacts(alert, "web", Now.AddHours(-2), Now) { Metrics = [.. metrics] }));
    }

    private static MetricFact Metric(string name, double before, double after, params (string Name, string Value)[] labels) => new(
        name, "web", ImmutableDictionary<string, string>.Empty.Add("service", "web").AddRange(labels.Select(label => KeyValuePair.Create(label.Name, label.Value))),
        Series.Of(Enumerable.Range(0, 120).Select(i => (Now.AddMinutes(i - 120), (i < 90 ? before : after) * (1 + Wave[i % Wave.Length])))), "E1");
}
