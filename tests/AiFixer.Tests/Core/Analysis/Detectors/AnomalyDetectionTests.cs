using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class AnomalyDetectionTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_wild_sample_is_seen_by_nearly_all_and_is_severe()
    {
        var report = Of([.. Noise(1, 60), 30, .. Noise(2, 60)]);

        report.Anomalous.ShouldBeTrue();
        report.Severity.ShouldBe(AnomalySeverity.High);
        var anomaly = report.Anomalies.ShouldHaveSingleItem();
        anomaly.Time.ShouldBe(Start + TimeSpan.FromMinutes(60));
        anomaly.SeenBy.ShouldBe(["robust z-score", "iqr", "isolation forest", "dbscan", "moving average"]);
        anomaly.Composite.ShouldBe(0.95, 1e-9);
    }

    [Fact]
    public void What_never_changes_has_nothing_wild() => Of([.. Enumerable.Repeat(3.0, 50)]).Score.ShouldBe(0);

    [Fact]
    public void Few_samples_say_nothing() => Of(1, 2, 900).Score.ShouldBe(0);

    [Fact]
    public void A_detector_that_needs_more_samples_leaves_its_weight_to_the_others()
    {
        var report = Of(1, 1.1, 0.9, 1, 1.05, 50);

        report.Verdicts.Where(verdict => verdict.Wild is null).Select(verdict => verdict.Detector)
            .ShouldBe(["isolation forest", "moving average", "trend"]);
        report.Score.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Gaps_are_left_out() => Of([.. Noise(1, 30), double.NaN, 40, double.NaN, .. Noise(2, 30)])
        .Anomalies.ShouldHaveSingleItem().Time.ShouldBe(Start + TimeSpan.FromMinutes(31));

    [Fact]
    public void The_plain_z_score_can_be_asked_for() =>
        AnomalyDetection.Of(Series.Every(Start, TimeSpan.FromMinutes(1), Noise(1, 60)), new() { Robust = false })
            .Verdicts[0].Detector.ShouldBe("z-score");

    [Fact]
    public void Weights_of_all_detectors_make_one() =>
        Of(Noise(1, 60)).Verdicts.Sum(verdict => verdict.Weight).ShouldBe(1, 1e-9);

    [Fact]
    public void The_same_series_is_always_judged_the_same() => Of(Noise(9, 900)).Composite.ShouldBe(Of(Noise(9, 900)).Composite);

    [Fact]
    public void The_forest_sets_what_lies_apart_before_everything_else()
    {
        double[] values = [.. Noise(4, 700), 9, -11];
        var scores = IsolationForest.Scores(new(values), DetectorOptions.Default);

        scores.Index().OrderByDescending(one => one.Item).Take(2).Select(one => one.Index).ShouldBe([700, 701], ignoreOrder: true);
    }

    [Fact]
    public void Limits_are_options() =>
        Of([.. Noise(1, 60), 30, .. Noise(2, 60)], new() { Anomalous = 0.99 }).Anomalous.ShouldBeFalse();

    private static AnomalyReport Of(params double[] values) => Of(values, DetectorOptions.Default);

    private static AnomalyReport Of(double[] values, DetectorOptions options) =>
        AnomalyDetection.Of(Series.Every(Start, TimeSpan.FromMinutes(1), values), options);

    private static double[] Noise(ulong seed, int count) => new NoiseOf(seed).Take("uniform", count);
}
