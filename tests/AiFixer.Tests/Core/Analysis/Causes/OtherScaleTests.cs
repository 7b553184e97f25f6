using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Values that came in another unit.</summary>
public sealed class OtherScaleTests
{
    private const string File = "sheet nordline-w41.csv rows=1842 received by sftp";

    [Fact]
    public void A_hundred_times_of_what_was_sent_before_is_bad_data()
    {
        var cause = Of(File, "lane=A price=52375, w40 had 523.75", "lane=B price=46810, w40 had 468.10", "lane=C price=61140, w40 had 611.40").ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.DataQuality, "none"));
        cause.Says.ShouldContain("exactly 100 times");
    }

    [Theory]
    [InlineData("a thousand is another unit, too", true, "weight 12500, was 12.5", "weight 31400, was 31.4", "weight 8750, was 8.75")]
    [InlineData("the same value three times is one", false, "price=52375, had 523.75", "price=52375, had 523.75", "price=52375, had 523.75")]
    [InlineData("twice as much is no unit", false, "price=500, had 250", "price=640, had 320", "price=714, had 357")]
    [InlineData("round numbers are a hundred times of much", false, "took 500 of 5", "took 200 of 2", "took 700 of 7")]
    [InlineData("a size beside a size says nothing", false, "price=523.75, had 519.20", "price=468.1, had 470.2", "price=611.4, had 600.9")]
    [InlineData("one amount in two units is everyday", false, "received amount_cents=1299 amount=12.99", "received amount_cents=4250 amount=42.50", "received amount_cents=775 amount=7.75")]
    [InlineData("so is one time", false, "batch 17 imported in 1234ms (1.234s)", "batch 18 imported in 2345ms (2.345s)", "batch 19 imported in 3456ms (3.456s)")]
    [InlineData("and one size", false, "payload 15360 bytes (15.36 kB)", "payload 25390 bytes (25.39 kB)", "payload 45320 bytes (45.32 kB)")]
    public void Only_other_units_are(string why, bool isBad, params string[] lines) =>
        (Of([File, .. lines]) is not null).ShouldBe(isBad, why);

    [Fact]
    public void What_nobody_sent_is_somebody_elses_mistake() =>
        Of("price=52375, was 523.75", "price=46810, was 468.10", "price=61140, was 611.40").ShouldBeNull();

    [Fact]
    public void What_was_always_written_in_that_way_is_no_news() =>
        Of([Seen.Line(Seen.Began - 61, File, "info", "loader"), Seen.Line(Seen.Began - 60, "price=77700, was 777.00", "warn", "loader")],
            File, "price=52375, was 523.75", "price=46810, was 468.10", "price=61140, was 611.40").ShouldBeNull();

    private static Cause? Of(params string[] lines) => Of([], lines);

    private static Cause? Of(LineFact[] earlier, params string[] lines) => OtherScale.In((Seen.Scene() with
    {
        Metrics = [Seen.Metric("error_ratio", 0.01, 0.4)],
        Lines = [.. earlier, .. lines.Select((line, at) => Seen.Line(Seen.Began - lines.Length + at, line, "warn", "loader"))],
    }).Picture());
}
