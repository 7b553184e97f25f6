using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Dates that stand for none, in what one of several senders delivered.</summary>
public sealed class ZeroDateTests
{
    private const string Delivery = "upserted lessor=rento rows=5120 contract_end[min=1970-01-01,max=2031-06-30]";
    private const string Other = "upserted lessor=kvlease rows=2210 contract_end[min=2026-02-18,max=2031-06-30]";

    [Fact]
    public void What_one_sender_delivered_is_bad_data()
    {
        var cause = Of(Delivery, Other).ShouldNotBeNull();

        (cause.Category, cause.Culprit, cause.Remedy).ShouldBe((Categories.DataQuality, "none", "purge-bad-data"));
        cause.Says.ShouldContain("rento");
        cause.Says.ShouldContain("1970-01-01");
    }

    [Fact]
    public void Where_every_sender_has_such_dates_it_is_what_reads_them() =>
        Of(Delivery, "upserted lessor=kvlease rows=2210 contract_end[min=1970-01-01,max=2031-06-30]").ShouldBeNull();

    [Fact]
    public void Without_another_sender_nobody_knows_whether_the_reader_works() => Of(Delivery).ShouldBeNull();

    [Fact]
    public void Without_a_delivery_nobody_brought_it() => Of(Other).ShouldBeNull();

    [Fact]
    public void What_lines_say_of_themselves_names_no_sender() =>
        ZeroDate.In(Scene("level=error message=failed date 1970-01-01", 20, "level=error rows=0 import failed", "level=info rows=500 import of feed started").Picture()).ShouldBeNull();

    [Fact]
    public void A_few_lines_are_no_sign() => Of(3, Delivery, Other).ShouldBeNull();

    [Fact]
    public void A_date_within_a_longer_number_is_none() =>
        ZeroDate.In(Scene("van excluded id=21970-01-012 lessor=rento", 20, Delivery.Replace("1970-01-01", "2026-01-01", StringComparison.Ordinal), Other).Picture()).ShouldBeNull();

    private static Cause? Of(params string[] read) => Of(20, read);

    private static Cause? Of(int lines, params string[] read) => ZeroDate.In(Scene("van excluded van=V-# reason=contract_ended contract_end=1970-01-01 lessor=rento", lines, read).Picture());

    private static SceneFacts Scene(string odd, int lines, params string[] read) => Seen.Scene() with
    {
        Metrics = [Seen.Metric("search_empty_ratio", 0.02, 0.3)],
        Lines = [.. read.Select((text, i) => Seen.Line(Seen.Began - 3 + i, text, "info", "loader")), .. Seen.Lines(Seen.Began, Seen.Began + lines, odd, "warn")],
    };
}
