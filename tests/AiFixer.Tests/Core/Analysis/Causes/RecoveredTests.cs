using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Trouble that is over, and what only looks as if it were.</summary>
public sealed class RecoveredTests
{
    private static readonly MetricFact Back = Seen.Metric("latency_p99_ms", minute => minute is >= Seen.Began and < Seen.Began + 5 ? 2000 : 200);

    [Fact]
    public void What_came_back_and_stayed_is_well() => Of(Back).ShouldNotBeNull().Category.ShouldBe(Categories.Healthy);

    [Fact]
    public void What_is_bad_in_another_way_is_not_well() => Of(Back, Seen.Metric("orders_created", 40, 0)).ShouldBeNull();

    [Fact]
    public void What_was_over_long_before_somebody_was_called_says_nothing() =>
        Of(Seen.Metric("latency_p99_ms", minute => minute is >= 40 and < 45 ? 2000 : 200)).ShouldBeNull();

    [Fact]
    public void What_grew_and_went_back_as_slowly_is_well() =>
        Of(Seen.Metric("index_lag_seconds", minute => minute < 85 ? 4 : minute < 97 ? 4 + (60 * (minute - 85)) : minute < 109 ? Math.Max(4, 724 - (60 * (minute - 97))) : 4)).ShouldNotBeNull();

    [Fact]
    public void One_good_sample_is_not_enough() =>
        Of(Seen.Metric("latency_p99_ms", minute => minute is >= Seen.Minutes - 4 and < Seen.Minutes - 1 ? 2000 : 200)).ShouldBeNull();

    private static Cause? Of(params MetricFact[] metrics) => Recovered.In((Seen.Scene() with { Metrics = [.. metrics] }).Picture());
}
