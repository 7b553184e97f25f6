using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

/// <summary>Copies that could not be made for a while are no trouble once they have been.</summary>
public sealed class MadeSinceTests
{
    private static readonly EventView Refused = Copies.Event("ReplicaSet", "web-h", "FailedCreate", "failed calling webhook: context deadline exceeded", 45);
    private static readonly PodView Young = Copies.Pod("web-1") with { CreatedAt = Copies.Now.AddMinutes(-40) };

    [Fact]
    public void A_rollout_that_was_held_up_and_finished_is_well_though_it_warns_now_and_then()
    {
        var cause = Copies.Best(Facts(Young) with { Logs = [Copies.Line(15, "slow upstream: 911ms", "warn")] }).ShouldNotBeNull();

        cause.Category.ShouldBe(Categories.Healthy);
        cause.Says.ShouldContain("webhook");
    }

    [Fact]
    public void An_error_since_is_not_well() => Copies.Best(Facts(Young) with { Logs = [Copies.Line(15, "payment failed")] }).ShouldBeNull();

    [Fact]
    public void Warning_after_warning_is_not_well() =>
        Copies.Best(Facts(Young) with { Logs = [.. Enumerable.Range(1, 12).Select(minute => Copies.Line(minute, "slow upstream: 911ms", "warn"))] }).ShouldBeNull();

    [Fact]
    public void A_copy_that_is_older_than_the_refusal_proves_nothing() =>
        Copies.Best(Facts(Young with { CreatedAt = Copies.Now.AddDays(-1) }) with { Logs = [Copies.Line(15, "slow upstream: 911ms", "warn")] }).ShouldBeNull();

    [Fact]
    public void While_copies_are_refused_or_lacking_it_goes_on()
    {
        var facts = Facts(Young);

        Copies.Best(facts with { Controller = facts.Controller! with { Desired = 3 } })?.Category.ShouldNotBe(Categories.Healthy);
        Copies.Best(facts with { Events = [Refused with { LastSeen = Copies.Now.AddMinutes(-2) }], Logs = [Copies.Line(15, "slow upstream: 911ms", "warn")] }).ShouldBeNull();
    }

    private static ClusterFacts Facts(PodView pod) => Copies.Facts(pod) with { Events = [Refused] };
}
