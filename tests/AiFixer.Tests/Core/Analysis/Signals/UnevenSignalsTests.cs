using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Signals;

/// <summary>Work that falls on fewer copies than before.</summary>
public sealed class UnevenSignalsTests
{
    [Fact]
    public void One_copy_that_gets_what_the_others_lose_is_uneven() =>
        IsUneven(Copy(0, 100, 290), Copy(1, 100, 5), Copy(2, 100, 5)).ShouldBeTrue();

    [Fact]
    public void More_for_all_is_only_more() => IsUneven(Copy(0, 100, 290), Copy(1, 100, 290), Copy(2, 100, 290)).ShouldBeFalse();

    [Fact]
    public void One_that_loses_what_nobody_gets_is_only_gone() => IsUneven(Copy(0, 100, 100), Copy(1, 100, 5), Copy(2, 100, 100)).ShouldBeFalse();

    [Fact]
    public void Services_are_not_copies_of_each_other() =>
        IsUneven(Seen.Metric("requests_per_second", 100, 200, "cart"), Seen.Metric("requests_per_second", 100, 5, "search")).ShouldBeFalse();

    private static MetricFact Copy(int number, double before, double after) => Seen.Metric("requests_per_second", before, after, $"web-{number}");

    private static bool IsUneven(params MetricFact[] metrics) => (Seen.Scene() with { Metrics = [.. metrics] }).Picture().Of(Topic.Uneven) > 0.5;
}
