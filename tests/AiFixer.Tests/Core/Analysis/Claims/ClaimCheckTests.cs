using System.Text;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using static AiFixer.Tests.Core.Analysis.Claims.Claimed;
using Blob = AiFixer.Core.Journal.Blob;

namespace AiFixer.Tests.Core.Analysis.Claims;

public sealed class ClaimCheckTests
{
    [Theory]
    [InlineData("Revision 7 of checkout-api runs registry.local/checkout:v2.4.1.", "E1")]
    [InlineData("The commit 9f3c2ab is in revision 7.", "E1")]
    [InlineData("It was rolled out at 10:32.", "E1")]
    [InlineData("The error rate is 15 %.", "E2")]
    [InlineData("The error rate is 15.3%.", "E2")]
    [InlineData("P99 is 1.5 s, with 512 MiB of memory used.", "E2")]
    [InlineData("P99 is 1,487 ms at about 1200 requests.", "E2")]
    [InlineData("Memory stands at 0.5Gi and 3 pods were OOMKilled.", "E2")]
    [InlineData("It says \"connection   refused\".", "E2")]
    [InlineData("日志显示“connection refused”，错误率15%。", "E2")]
    [InlineData("Revision 7 came after revision 6, while the error rate is 15.3 %.", "E1", "E2")]
    [InlineData("More than 1,000 requests in the last 10 minutes.", "E2")]
    [InlineData("An out-of-memory kill, see E2.", "E2")]
    public void A_claim_stands_that_its_evidence_shows(string text, params string[] cites)
    {
        var result = Check(Verdict.Confirmed, Claim(text, cites));

        result.Struck.ShouldBeEmpty();
        result.Diagnosis.Claims.Single().Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("The error rate is 25 %.", "25")]
    [InlineData("P99 is 2.5 s.", "2.5")]
    [InlineData("There are 4 pods.", "4")]
    [InlineData("The pod payment-gateway was OOMKilled.", "payment-gateway")]
    [InlineData("It ended with CrashLoopBackOff.", "CrashLoopBackOff")]
    [InlineData("It says \"connection reset by peer\".", "connection reset by peer")]
    [InlineData("The commit 0badc0de9 did it.", "0badc0de9")]
    [InlineData("It began at 11:47.", "11:47")]
    [InlineData("It runs checkout:v2.4.7.", "checkout:v2.4.7")]
    [InlineData("Of all services cart failed first.", "cart")]
    [InlineData("More than 5,000 requests a second.", "5,000")]
    public void A_claim_is_struck_whose_value_its_evidence_does_not_show(string text, string missing)
    {
        var result = Check(Verdict.Confirmed, Claim(text, "E2"));

        result.Diagnosis.Claims.ShouldBeEmpty();
        result.Diagnosis.Struck.ShouldBe(1);
        result.Struck.Single().Why.ShouldContain(missing);
    }

    [Theory]
    [InlineData("The rate went from 897.2 to 5618.", true)]
    [InlineData("The rate went from 897.2 to 3200.", false)]
    [InlineData("The rate went from 12.4 to 5618.", false)]
    public void A_level_is_shown_that_lies_among_the_samples_of_a_series(string text, bool stands)
    {
        var samples = string.Join(',', new[] { 880.1, 893.4, 899.9, 905.2, 896.7, 5590.2, 5630.8, 5611.5 }.Select((value, at) => FormattableString.Invariant($"[{1767263525 + at},{value}]")));

        Series(text, $$"""{"samples":[{{samples}}]}""").Struck.IsEmpty.ShouldBe(stands);
    }

    [Theory]
    [InlineData("It writes 3 times “slow”.", true)]
    [InlineData("It writes 30 times “slow”.", false)]
    public void Something_happened_no_more_often_than_there_are_lines(string text, bool stands) =>
        Series(text, """{"lines":["slow a","slow b","slow c","slow d"]}""").Struck.IsEmpty.ShouldBe(stands);

    private static CheckedDiagnosis Series(string text, string data)
    {
        var blob = Blob.Of("application/json", Encoding.UTF8.GetBytes(data));
        var diagnosis = Of(Verdict.Likely, Claim(text, "E1")) with { Evidence = [new("E1", "test", "", blob.Hash)] };
        return ClaimCheck.Check(diagnosis, EvidenceBook.Of(diagnosis.Evidence, [blob]));
    }

    [Fact]
    public void A_claim_is_struck_that_cites_evidence_that_does_not_exist() =>
        Check(Verdict.Confirmed, Claim("The error rate is 15 %.", "E2", "E9")).Struck.Single().Why.ShouldBe("cites E9, which there is none of");

    [Fact]
    public void A_claim_is_struck_that_cites_nothing() =>
        Check(Verdict.Likely, Claim("The error rate is 15 %.")).Struck.Single().Why.ShouldBe("cites nothing");

    [Fact]
    public void What_one_piece_shows_does_not_help_a_claim_that_cites_another() =>
        Check(Verdict.Likely, Claim("The error rate is 15 %.", "E1")).Struck.ShouldHaveSingleItem();

    [Fact]
    public void What_follows_from_two_shown_numbers_is_shown() =>
        Check(Verdict.Likely, Claim("1187 requests on 3 pods are 396 each.", "E2"), Claim("Revisions 6 and 7 are 9 apart.", "E1"))
            .Struck.Single().Claim.Text.ShouldStartWith("Revisions");

    [Fact]
    public void A_confirmed_verdict_without_any_claim_left_is_inconclusive()
    {
        var diagnosis = Check(Verdict.Confirmed, Claim("The error rate is 99 %.", "E2")).Diagnosis;

        diagnosis.Verdict.ShouldBe(Verdict.Inconclusive);
        diagnosis.Confidence.ShouldBeLessThanOrEqualTo(0.3);
    }

    [Fact]
    public void A_confirmed_verdict_whose_claims_say_nothing_checkable_is_only_likely() =>
        Check(Verdict.Confirmed, Claim("Something is wrong with the service.", "E2")).Diagnosis.Verdict.ShouldBe(Verdict.Likely);

    [Fact]
    public void A_confirmed_verdict_that_claims_nothing_is_only_likely() =>
        Check(Verdict.Confirmed).Diagnosis.Verdict.ShouldBe(Verdict.Likely);

    [Fact]
    public void One_struck_claim_leaves_the_verdict_to_those_that_stand()
    {
        var diagnosis = Check(Verdict.Confirmed, Claim("The error rate is 15 %.", "E2"), Claim("The error rate is 99 %.", "E2")).Diagnosis;

        diagnosis.Verdict.ShouldBe(Verdict.Confirmed);
        (diagnosis.Claims.Count, diagnosis.Struck).ShouldBe((1, 1));
    }

    [Fact]
    public void A_sentence_that_cites_nothing_is_held_against_all_evidence() =>
        ClaimCheck.Unshown("checkout-api fails since v2.4.1, as does billing-api.", Of(Verdict.Likely), Book()).ShouldBe(["billing-api"]);
}
