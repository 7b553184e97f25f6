using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class CountersTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_counter_becomes_what_it_counts_in_a_second() =>
        Counters.ToRates(Of(0, 10, 30, 30)).Values.ShouldBe([1, 2, 0]);

    [Fact]
    public void After_a_restart_what_was_counted_since_is_the_increase() =>
        Counters.ToRates(Of(100, 120, 5, 15)).Values.ShouldBe([2, 0.5, 1]);

    [Fact]
    public void A_missed_sample_spreads_the_increase() =>
        Counters.ToRates(Of(0, 10, double.NaN, 50)).Values.ShouldBe([1, 2]);

    [Fact]
    public void Nothing_is_known_over_a_long_gap()
    {
        double[] values = [0, 10, 20, 30, 40, 50, 60, 70, 80, .. Enumerable.Repeat(double.NaN, 8), 1000, 1010];

        double.IsNaN(Counters.ToRates(Of(values)).Values[^2]).ShouldBeTrue();
    }

    [Fact]
    public void One_sample_has_no_rate() => Counters.ToRates(Of(5)).Count.ShouldBe(0);

    [Theory]
    [InlineData("http_requests_total", new double[] { 5, 9, 12, 1, 4 }, true)]
    [InlineData("process_cpu_seconds_sum", new double[] { 5, 9, 12 }, true)]
    [InlineData("queue_depth", new double[] { 5, 9, 12 }, false)]
    [InlineData("jobs_total", new double[] { 50, 48, 49, 47 }, false)]
    public void A_counter_only_rises_or_starts_again(string metric, double[] values, bool isCounter) =>
        Counters.Is(metric, Of(values)).ShouldBe(isCounter);

    private static Series Of(params double[] values) => Series.Every(Start, Step, values);
}
