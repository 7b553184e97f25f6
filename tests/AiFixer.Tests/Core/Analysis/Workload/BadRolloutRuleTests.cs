using AiFixer.Core.Analysis.Workload;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Core.Analysis.Workload;

public sealed class BadRolloutRuleTests
{
    private static readonly DateTimeOffset Alerted = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_rollout_shortly_before_the_alert_is_blamed() =>
        Judge(rolledOut: Alerted.AddHours(-6)).Found!.Verdict.ShouldBe(Verdict.Likely);

    [Fact]
    public void A_rollout_long_before_the_alert_is_not_blamed_for_its_date_alone()
    {
        var (found, ruledOut) = Judge(rolledOut: Alerted.AddHours(-7));

        found.ShouldBeNull();
        ruledOut.ShouldContain("long before the alert");
    }

    [Fact]
    public void An_old_rollout_is_blamed_while_the_revision_before_it_still_runs() =>
        Judge(rolledOut: Alerted.AddDays(-3), readyBefore: 2).Found!.Verdict.ShouldBe(Verdict.Confirmed);

    private static (Finding? Found, string RuledOut) Judge(DateTimeOffset rolledOut, int readyBefore = 0)
    {
        var now = new RevisionFact(2, "new", rolledOut, "web:2", 3, 0);
        var before = new RevisionFact(1, "old", rolledOut.AddDays(-1), "web:1", readyBefore, readyBefore);
        var pod = new PodFact("web-new-1", "new", Ready: false, Restarts: 5, "CrashLoopBackOff", "Error (exit code 1)");
        return new BadRolloutRule().Judge(new("shop", "web", new(3, readyBefore, 2, [now, before], "E1"), [pod], [], [], [], Alerted));
    }
}
