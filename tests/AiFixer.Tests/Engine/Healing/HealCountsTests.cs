using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Engine.Running;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Healing;

public sealed class HealCountsTests
{
    [Fact]
    public void What_helped_counts_when_it_was_seen_to() =>
        Of(Executed().Sees(TargetHealth.Healthy).Waits(TimeSpan.FromMinutes(2)).Sees(TargetHealth.Healthy)).ShouldBe([HealResult.Success]);

    [Fact]
    public void What_is_under_way_does_not_count_yet() => Of(Executed()).ShouldBeEmpty();

    [Fact]
    public void What_a_person_ends_did_not_help() =>
        Of(Executed().Hears(new PersonInput.Escalate(Given.Operator, "team", "too slow"))).ShouldBe([HealResult.Failed]);

    [Fact]
    public void What_was_in_its_cooldown_is_skipped() =>
        Of(Proposed().Approved().Denied(ClaimKeys.PlaybookCooldown("dns", "main/deployment/default/web"), Given.Start.AddMinutes(7))).ShouldBe([HealResult.Skipped]);

    private static Story Proposed() => Story.Open().Matched(Healers.Restarts()).Proposed(Given.Planned());

    private static Story Executed() => Proposed().Approved().Starts().Sends();

    /// <summary>By the last decision.</summary>
    private static IEnumerable<HealResult> Of(Story story)
    {
        var counts = HealCounts.Of(story.Last, story.Now);
        counts.ShouldAllBe(count => count.Playbook == "dns" && count.At == story.Now);
        return counts.Select(count => count.Result);
    }
}
