using AiFixer.Core.Analysis;

namespace AiFixer.Tests.Core.Analysis;

public sealed class RelatedMetricsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private const int Count = 120;

    [Fact]
    public void What_moved_first_stands_before_what_moved_later()
    {
        var related = RelatedMetrics.Of(Stepped("errors", 1, 80), [Stepped("victim", 2, 84), Stepped("cause", 3, 76), Noise("other", 4)]);

        related.Select(relation => (relation.Metric, relation.Order)).ShouldBe([("cause", CausalOrder.Before), ("victim", CausalOrder.After)]);
        related[0].Lead.ShouldBe(4 * Minute);
        related[0].Confidence.ShouldBeGreaterThan(2 * related[1].Confidence);
        related[0].Onset.ShouldNotBeNull().Onset.ShouldBe(Start + (76 * Minute));
    }

    [Fact]
    public void Of_many_that_have_nothing_to_do_with_it_none_is_named()
    {
        var named = Enumerable.Range(0, 20).Sum(round => RelatedMetrics.Of(
            Noise("errors", (ulong)(100_000 + round)), Enumerable.Range(0, 30).Select(i => Noise($"m{i}", (ulong)((round * 100) + i)))).Count);

        named.ShouldBe(0);
    }

    [Fact]
    public void Without_a_change_the_past_tells_which_comes_first()
    {
        var random = new NoiseOf(11);
        var drive = random.Take("normal", Count);
        var follow = drive.Select((_, i) => (i >= 2 ? drive[i - 2] : 0) + (0.1 * random.Normal())).ToArray();

        var relation = RelatedMetrics.Of(Of("follow", follow), [Of("drive", drive)]).ShouldHaveSingleItem();

        relation.Order.ShouldBe(CausalOrder.Before);
        relation.Lead.ShouldBe(2 * Minute);
        relation.PrecedenceChance.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void What_a_stronger_one_explains_is_said_to_be_explained()
    {
        var random = new NoiseOf(12);
        var traffic = random.Take("normal", Count);
        var shadow = traffic.Select(value => value + (0.4 * random.Normal())).ToArray();
        var latency = traffic.Select(value => (2 * value) + (0.1 * random.Normal())).ToArray();

        var related = RelatedMetrics.Of(Of("latency", latency), [Of("shadow", shadow), Of("traffic", traffic)]);

        related.Select(relation => (relation.Metric, relation.ExplainedBy)).ShouldBe([("traffic", null), ("shadow", "traffic")]);
    }

    [Fact]
    public void Counters_are_compared_by_what_they_count_in_a_second()
    {
        var random = new NoiseOf(13);
        var rate = random.Take("normal", Count).Select(value => 100 + (10 * value)).ToArray();
        var sum = 0d;
        var counter = rate.Select(value => sum += 60 * value).ToArray();

        RelatedMetrics.Of(Of("latency", rate), [Of("requests_total{service=\"web\"}", counter)])
            .ShouldHaveSingleItem().R.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Series_of_different_sampling_are_compared()
    {
        var slow = Series.Every(Start, 5 * Minute, Enumerable.Range(0, 40).Select(i => Math.Sin(i)));
        var fast = Series.Every(Start + TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(10), Enumerable.Range(0, 1170).Select(i => Math.Sin(i / 30.0)));

        RelatedMetrics.Of(new("slow", slow), [new("fast", fast)]).ShouldHaveSingleItem().R.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void At_most_five_are_named() =>
        RelatedMetrics.Of(Stepped("errors", 1, 80), Enumerable.Range(0, 9).Select(i => Stepped($"m{i}", (ulong)(50 + i), 78))).Count.ShouldBe(5);

    [Fact]
    public void What_never_changes_is_related_to_nothing() =>
        RelatedMetrics.Of(Stepped("errors", 1, 80), [Of("flat", [.. Enumerable.Repeat(0.1, Count)])]).ShouldBeEmpty();

    [Fact]
    public void Two_series_that_wander_are_not_taken_for_related_more_often_than_chance_allows()
    {
        var named = Enumerable.Range(0, 200).Count(i =>
            RelatedMetrics.Of(Of("a", new NoiseOf((ulong)((2 * i) + 1)).Take("very alike", Count)), [Of("b", new NoiseOf((ulong)((2 * i) + 2)).Take("very alike", Count))]).Count > 0);

        named.ShouldBeLessThanOrEqualTo(10);
    }

    private static Metric Noise(string name, ulong seed) => Of(name, new NoiseOf(seed).Take("normal", Count));

    private static Metric Stepped(string name, ulong seed, int at) =>
        Of(name, [.. new NoiseOf(seed).Take("normal", Count).Select((value, i) => value + (i >= at ? 15 : 0))]);

    private static Metric Of(string name, double[] values) => new(name, Series.Every(Start, Minute, values));
}
