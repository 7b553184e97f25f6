using AiFixer.Core.Analysis;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Gold;
using AiFixer.Core.Incidents;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Gold;

public sealed class GoldOfSceneTests
{
    [Fact]
    public void Gauges_of_any_house_are_read_by_their_names_and_units()
    {
        var gold = Of(Flat("requests_per_sec", 200), Flat("error_rate_5xx_ratio", 0.04), Flat("http_server_duration_p99_ms", 250), Flat("db_query_latency_p99_ms", 9000)).ShouldNotBeNull();

        (gold.Service, gold.RequestsPerSecond, gold.Trend, gold.ErrorPercent, gold.P99Milliseconds).ShouldBe(("web", 200, "steady", 4, 250));
        gold.Cites.ShouldBe(["E1"]);
    }

    [Fact]
    public void Counters_that_say_how_requests_ended_are_added_up()
    {
        var gold = Of(Counter("http_requests_total", 95, ("code", "200")), Counter("http_requests_total", 3, ("code", "404")), Counter("http_requests_total", 2, ("code", "503"))).ShouldNotBeNull();

        (gold.RequestsPerSecond, gold.ErrorPercent, gold.P99Milliseconds).ShouldBe((100, 2, null));
    }

    [Fact]
    public void A_histogram_tells_how_many_requests_there_were_and_how_long_the_slowest_took()
    {
        var gold = Of(
            Bucket("0.1", 90), Bucket("0.5", 98), Bucket("1", 100), Bucket("+Inf", 100),
            Counter("http_request_duration_seconds_count", 100)).ShouldNotBeNull();

        gold.RequestsPerSecond.ShouldBe(100);
        gold.P99Milliseconds.ShouldBe(750, "half way from 0.5 to 1 s");
    }

    [Fact]
    public void Beyond_the_last_bucket_nobody_knows_how_long_it_took() =>
        Of(Bucket("0.1", 50), Bucket("2.5", 60), Bucket("+Inf", 100))!.P99Milliseconds.ShouldBe(2500);

    [Theory]
    [InlineData(100, 140, "rising")]
    [InlineData(100, 60, "falling")]
    [InlineData(100, 105, "steady")]
    public void The_trend_is_the_second_half_against_the_first(double before, double after, string trend) =>
        Of(Seen.Metric("http_requests_per_second", minute => minute < Seen.Minutes - 5 ? before : after))!.Trend.ShouldBe(trend);

    [Fact]
    public void Failed_requests_are_held_against_all() =>
        Of(Flat("http_requests_per_second", 50), Flat("http_5xx_per_sec", 5))!.ErrorPercent.ShouldBe(10);

    [Theory]
    [InlineData("requests_per_min", 600, 10.0)]
    [InlineData("rps", 7, 7.0)]
    [InlineData("requests_failed_total", 7, null)]
    [InlineData("request_queue_depth", 7, null)]
    [InlineData("http_client_requests_per_second", 7, null)]
    [InlineData("http_requests_total", 7, null)]
    public void Only_what_counts_requests_counts(string name, double value, double? requests) =>
        Of(Flat(name, value), Flat("latency_p99_ms", 1))!.RequestsPerSecond.ShouldBe(requests);

    [Fact]
    public void What_is_not_measured_is_not_zero()
    {
        var gold = Of(Flat("latency_p99_seconds", 0.2)).ShouldNotBeNull();

        (gold.RequestsPerSecond, gold.Trend, gold.ErrorPercent, gold.P99Milliseconds, gold.Traces).ShouldBe((null, null, null, 200, null));
        Of(Flat("queue_depth", 5)).ShouldBeNull();
        Of(Flat("requests_per_sec", 200, "cart")).ShouldBeNull("another service's");
    }

    [Fact]
    public void A_copy_that_was_there_for_half_of_the_time_counts_for_half()
    {
        var (first, second) = (Counter("http_requests_total", 100, ("pod", "a")), Counter("http_requests_total", 100, ("pod", "b")));
        var middle = Seen.Now.AddMinutes(-5);

        Of(first with { Series = first.Series.Between(Seen.At(0), middle) }, second with { Series = second.Series.Between(middle, Seen.Now) })!.RequestsPerSecond.ShouldBe(100);
    }

    [Fact]
    public void Errors_of_the_last_moment_are_held_against_the_whole_time()
    {
        var failed = Counter("http_requests_total", 100, ("code", "503"));

        Of(Counter("http_requests_total", 100, ("code", "200")), failed with { Series = failed.Series.Between(Seen.Now.AddMinutes(-1), Seen.Now) })!.ErrorPercent!.Value.ShouldBe(9.09, 1, "one minute of ten");
    }

    [Theory]
    [InlineData("status_code", "STATUS_CODE_ERROR")]
    [InlineData("code", "Unavailable")]
    public void How_requests_ended_in_other_words_than_those_of_HTTP_is_not_guessed(string label, string value) =>
        Of(Counter("calls_total", 10, (label, value)))!.ErrorPercent.ShouldBeNull();

    [Theory]
    [InlineData("kube_pod_container_resource_requests")]
    [InlineData("concurrent_requests")]
    public void What_only_sounds_like_requests_is_none(string name) => Of(Flat(name, 536870912)).ShouldBeNull();

    [Fact]
    public void What_Java_calls_a_histogram_of_requests_is_one()
    {
        var gold = Of(
            Counter("http_server_requests_seconds_bucket", 99, ("le", "0.2")), Counter("http_server_requests_seconds_bucket", 100, ("le", "+Inf")),
            Counter("http_server_requests_seconds_count", 100, ("status", "200"))).ShouldNotBeNull();

        (gold.RequestsPerSecond, gold.ErrorPercent, gold.P99Milliseconds).ShouldBe((100, 0, 200));
    }

    [Fact]
    public void What_no_number_can_hold_was_not_measured()
    {
        var gold = Of(Flat("requests_per_sec", 1e308), Flat("requests_per_sec", 1e308) with { Labels = Flat("x", 1).Labels.Add("pod", "b") }, Flat("latency_p99_seconds", 1e306)).ShouldNotBeNull();

        (gold.RequestsPerSecond, gold.ErrorPercent, gold.P99Milliseconds).ShouldBe((null, null, null));
    }

    [Fact]
    public void What_was_measured_longer_ago_is_not_now() =>
        Of(Flat("requests_per_sec", 200) with { Series = Series.Of([(Seen.Now.AddMinutes(-11), 200)]) }).ShouldBeNull();

    private static GoldSignals? Of(params MetricFact[] metrics) => GoldOfScene.Of(Seen.Scene() with { Metrics = [.. metrics] });

    private static MetricFact Flat(string name, double value, string owner = "web") =>
        Seen.Metric(name, value, value, owner) with { Series = Series.Every(Seen.At(0), TimeSpan.FromMinutes(1), Enumerable.Repeat(value, Seen.Minutes)) };

    private static MetricFact Counter(string name, double rate, params (string Name, string Value)[] labels)
    {
        var metric = Flat(name, rate) with { IsRate = true };
        return metric with { Labels = metric.Labels.SetItems(labels.Select(label => KeyValuePair.Create(label.Name, label.Value))) };
    }

    private static MetricFact Bucket(string le, double rate) => Counter("http_request_duration_seconds_bucket", rate, ("le", le));
}
