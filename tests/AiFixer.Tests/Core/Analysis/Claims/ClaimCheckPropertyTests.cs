using System.Text;
using AiFixer.Core.Analysis.Claims;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using FsCheck;
using FsCheck.Fluent;

namespace AiFixer.Tests.Core.Analysis.Claims;

public sealed class ClaimCheckPropertyTests
{
    private static readonly Gen<decimal> Numbers =
        from whole in Gen.Choose(1100, 999_999)
        from decimals in Gen.Choose(0, 3)
        select Math.Round(whole / 100m, decimals);

    [Fact]
    public void A_number_that_evidence_has_is_always_shown() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Numbers.ToArbitrary(), number => Stands(number, number)));

    [Fact]
    public void A_number_is_shown_however_it_is_rounded() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Numbers.ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(), (number, digits) => Stands(Math.Round(number, digits), number)));

    [Fact]
    public void A_number_that_is_a_tenth_off_is_never_shown() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Numbers.ToArbitrary(), number => !Stands(Math.Round(number * 1.1m + 1, 2), number)));

    [Fact]
    public void No_text_at_all_breaks_the_check() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (claim, data) =>
            {
                var checkedOne = CheckOne(claim ?? "", data ?? "");
                return checkedOne.Diagnosis.Claims.Count + checkedOne.Struck.Count == 1;
            }));

    [Fact]
    public void A_check_never_makes_a_diagnosis_surer() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            ArbMap.Default.ArbFor<string>(), Gen.Elements(Enum.GetValues<Verdict>()).ToArbitrary(), (claim, verdict) =>
            {
                var before = Diagnosis(verdict, claim ?? "");
                var after = ClaimCheck.Check(before, EvidenceBook.Of(before.Evidence, [])).Diagnosis;
                return after.Verdict <= before.Verdict && after.Confidence <= before.Confidence;
            }));

    private static bool Stands(decimal claimed, decimal seen) =>
        CheckOne(Invariant($"The value is {claimed}."), Invariant($$"""{"value":{{seen}}}""")).Struck.IsEmpty;

    private static CheckedDiagnosis CheckOne(string claim, string data)
    {
        var blob = Blob.Of("application/json", Encoding.UTF8.GetBytes(data));
        var diagnosis = Diagnosis(Verdict.Confirmed, claim) with { Evidence = [new("E1", "test", "", blob.Hash)] };
        return ClaimCheck.Check(diagnosis, EvidenceBook.Of(diagnosis.Evidence, [blob]));
    }

    private static Diagnosis Diagnosis(Verdict verdict, string claim) =>
        new(1, "test", verdict, "test", "test", 0.9, [new("E1", "test", "nothing")], [], [], []) { Claims = [new(claim, ["E1"])] };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
