using AiFixer.Core.Analysis.Causes;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Causes;

/// <summary>Data from outside that is refused.</summary>
public sealed class BadRecordTests
{
    [Fact]
    public void What_one_sender_sends_is_bad_when_the_others_are_taken_as_before()
    {
        var cause = Of("supplier lumo", "supplier north").ShouldNotBeNull();

        (cause.Category, cause.Culprit).ShouldBe((Categories.DataQuality, "none"));
        cause.Says.ShouldContain("lumo");
        cause.Strength.ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void When_nobody_else_is_seen_to_be_taken_it_is_less_sure() =>
        Of("supplier lumo", "somebody").ShouldNotBeNull().Strength.ShouldBeLessThan(0.6);

    [Fact]
    public void Refusals_of_everybody_s_data_are_no_bad_record() => Of("somebody", "somebody").ShouldBeNull();

    private static Cause? Of(string refused, string taken) => BadRecord.In((Seen.Scene() with
    {
        Lines =
        [
            .. Seen.Lines(0, Seen.Minutes, $"{taken}: 2000 items taken", "info"),
            .. Seen.Lines(Seen.Began, Seen.Minutes, $"{refused}: item # of many is malformed: price is empty"),
        ],
    }).Picture());
}
