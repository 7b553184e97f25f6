using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Tests.Core.Analysis.Support;

namespace AiFixer.Tests.Core.Analysis.Changes;

/// <summary>Switches that a change asks for.</summary>
public sealed class GatesTests
{
    private const string Path = "services/web/src/address/compact.rs";
    private const string Asking = "+    if flags.on(\"compact_address\", &job.station) {\n+        return compact(&job.to);\n+    }";

    [Theory]
    [InlineData("compact_address", "off->on")]
    [InlineData("compact-address", "off->on")]
    [InlineData("compact_address", "5% -> 25%")]
    [InlineData("compact_address", "false to true")]
    [InlineData("compact_address", "on")]
    [InlineData("compact_address", null)]
    public void A_switch_that_was_turned_on_lets_run_what_asks_for_it(string flag, string? change) =>
        Turned(Asking, flag, change, Seen.Began - 1).ShouldBe([flag]);

    [Theory]
    [InlineData("compact_address", "on->off", "web", "what was switched off runs no more")]
    [InlineData("compact_address", "disabled", "web", "nor what is not allowed")]
    [InlineData("compact_address", "100% -> 0% (all users)", "web", "nor what nobody gets")]
    [InlineData("compact_address", "disabled for 100% of users", "web", "whatever it was before")]
    [InlineData("compact_address", "0% → ５０％", "web", "numbers of other scripts are not read")]
    [InlineData("compact_address", "50% -> 10%", "web", "nor what fewer get")]
    [InlineData("compact_address", "off->on", "edge", "it is a switch of something else")]
    [InlineData("address", "off->on", "web", "a part of a name is another name")]
    [InlineData("dark_mode", "off->on", "web", "the change does not ask for it")]
    public void Other_switches_let_run_nothing(string flag, string change, string service, string why) =>
        Turned(Asking, flag, change, Seen.Began - 1, service).ShouldBeEmpty(why);

    [Fact]
    public void A_change_that_no_longer_asks_is_not_behind_it() =>
        Turned(Asking.Replace("+", "-", StringComparison.Ordinal), "compact_address", "off->on", Seen.Began - 1).ShouldBeEmpty();

    [Fact]
    public void A_change_behind_a_switch_may_run_since_it_was_turned()
    {
        var suspect = Judged("off->on", Seen.Began - 1);

        (suspect.Shipping.At, suspect.Shipping.Switch).ShouldBe((Seen.At(Seen.Began - 1), "compact_address"));
        suspect.Time.ShouldBeGreaterThan(0.9, "it was shipped an hour and a half before");
        suspect.Mechanism.ShouldBeNull("a switch says nothing about how it does harm");
    }

    [Fact]
    public void What_was_on_for_long_or_came_after_explains_nothing()
    {
        Judged("off->on", Seen.Began - 40).Content.ShouldBeLessThan(Judged("off->on", Seen.Began - 1).Content);
        Judged("off->on", Seen.Began + 20).Shipping.Switch.ShouldBeNull("as it was shipped it is more suspicious");
    }

    private static Suspicion Judged(string change, int minute) => ChangeJudge.Judge(Picture("compact_address", change, minute), new([]), "web").Single();

    private static IEnumerable<string?> Turned(string diff, string flag, string? change, int minute, string service = "web") =>
        Gates.Of(ReadChange.Of(Commit(diff)), new(Seen.At(5), "web", true), [new(Seen.At(minute), service, flag, change, "E3")]).Select(shipping => shipping.Switch);

    private static Picture Picture(string flag, string change, int minute) => (Seen.Scene() with
    {
        Metrics = [Seen.Metric("error_ratio", 0.001, 0.2)],
        Commits = [Commit(Asking)],
        Deploys = [new(Seen.At(5), "web", "abcdef1234", "v2", "E4")],
        Flags = [new(Seen.At(minute), "web", flag, change, "E3")],
    }).Picture();

    private static CommitFact Commit(string diff) => new("abcdef1234", Seen.At(1), "a", "change", [Path], $"@@ {Path} @@\n{diff}", "E1");
}
