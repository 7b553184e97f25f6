using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

public sealed class QuotaTests
{
    private static WorkflowRules NoneByItself => Given.Auto with { Policy = Given.Auto.Policy with { AutomaticFixesPerHour = 0 } };

    [Fact]
    public void No_automatic_fixes_per_hour_means_a_person_is_asked() =>
        Stories.Proposing(NoneByItself).Proposed(Given.Planned()).Starts().State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);

    [Fact]
    public void What_a_person_approves_then_is_sent_and_takes_from_no_quota()
    {
        var story = Stories.Proposing(NoneByItself).Proposed(Given.Planned()).Starts().Approved().Starts();

        story.Task.Started.ShouldBeTrue();
        story.Last.Claims.ShouldNotContain(claim => claim.Key == ClaimKeys.AutomaticFixes);
    }
}
