using System.Globalization;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>What a status page is about.</summary>
public sealed class StatusPageTests
{
    [Theory]
    [InlineData("""{"source":"status.csw.example","component":"Import release messages","detail":"A part is restarted in our second data centre."}""", true)]
    [InlineData("""{"source":"status.cloud.example","component":"EC2 us-east-1a","detail":"Loss of power in one rack."}""", false)]
    [InlineData("""{"source":"health.cloud.example","component":"Block volumes","detail":"Slow writes."}""", false)]
    [InlineData("""{"source":"health.cloud.example","component":"Relational database","detail":"Power loss in az4."}""", false)]
    [InlineData("Power lost in a data centre", false)]
    public void The_machines_of_who_makes_a_product_are_not_ours(string says, bool isOfAProduct) =>
        StatusPage.IsOfAProduct(says).ShouldBe(isOfAProduct);

    [Theory]
    [InlineData("operational", 20, true)]
    [InlineData("investigating", 20, false)]
    [InlineData("resolved", 70, false)]
    public void What_was_well_again_before_is_no_cause(string status, int minute, bool isOver)
    {
        const string page = "{{\"source\":\"pay-status\",\"component\":\"Notifications\",\"status\":\"{0}\"}}";
        var begin = DateTimeOffset.UnixEpoch;
        var later = new StatusFact(begin.AddMinutes(minute), string.Format(CultureInfo.InvariantCulture, page, status), "E2");

        StatusPage.IsOver(string.Format(CultureInfo.InvariantCulture, page, "degraded"), begin, begin.AddMinutes(60), [later]).ShouldBe(isOver);
        StatusPage.IsOver("{\"source\":\"pay-status\",\"component\":\"Refunds\",\"status\":\"degraded\"}", begin, begin.AddMinutes(60), [later]).ShouldBeFalse("another part");
    }

    [Theory]
    [InlineData("""{"component":"Import release messages (H1)"}""", "pallet 7 on hold: awaiting customs release since 09:30", true)]
    [InlineData("""{"component":"Import release messages (H1)"}""", "500 from label", false)]
    [InlineData("""{"component":"Messages and requests"}""", "requests fail, messages are lost", false)]
    [InlineData("""{"component":"Search"}""", "search fails", false)]
    [InlineData("""{"component":"Rates feed"}""", "rates are not there", false)]
    [InlineData("Everything is slow", "everything", false)]
    public void What_fails_may_speak_of_what_the_page_is_about(string says, string failing, bool names) =>
        StatusPage.Names(says, [failing], ["web", "rates-import"]).ShouldBe(names);
}
