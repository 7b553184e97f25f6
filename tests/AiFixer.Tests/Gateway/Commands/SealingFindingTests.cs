using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Plugins.Checks;
using AiFixer.Storage;

namespace AiFixer.Tests.Gateway.Commands;

public sealed class SealingFindingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_store_in_clear_says_how_to_change_that()
    {
        var finding = SealingFinding.Of(null);

        finding.State.ShouldBe(FindingState.NotConfigured);
        finding.Remedy!.ShouldContain("Storage:Sealing=on");
    }

    [Fact]
    public void A_key_that_is_missing_is_broken_and_named() =>
        SealingFinding.Of(new("data-1", Noon, IsWhole: true, "keys/data-1.seal is not there")).ShouldSatisfyAllConditions(
            finding => finding.State.ShouldBe(FindingState.Broken),
            finding => finding.Details.ShouldContain("data-1.seal"));

    [Fact]
    public void An_exchange_that_goes_on_is_told()
    {
        SealingFinding.Of(new("data-2", Noon, IsWhole: false, null)).Details.ShouldContain("still being encrypted");
        SealingFinding.Of(new("data-2", Noon, IsWhole: true, null)).Details.ShouldBe("with the key data-2, since 2026-03-01");
    }
}
