using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Where several reasons speak against what a person wants, the one that says most is told.</summary>
public sealed class RefusalOrderTests
{
    private const string Proposal = "proposal/1";

    [Fact]
    public void That_it_is_over_is_told_before_that_it_is_in_nobodys_hands() =>
        Stories.At(IncidentStatus.Ignored).Refuses(new PersonInput.Resolve(Given.Operator, "done")).Code.ShouldBe(RefusalCode.Closed);

    [Fact]
    public void That_it_is_over_is_told_before_that_there_was_no_such_question() =>
        Stories.At(IncidentStatus.Resolved).Refuses(new PersonInput.Approve(Given.Approver, "proposal/7")).Code.ShouldBe(RefusalCode.Closed);

    [Fact]
    public void What_somebody_may_not_do_is_told_before_that_it_was_done()
    {
        var story = Stories.AskedAboutProposal().Approved();

        story.Refuses(new PersonInput.Approve(Given.Viewer, Proposal)).Code.ShouldBe(RefusalCode.NotAllowed);
        story.Refuses(new PersonInput.Reject(Given.Viewer, Proposal, "no")).Code.ShouldBe(RefusalCode.NotAllowed);
    }

    [Fact]
    public void That_its_time_is_over_is_told_before_that_a_second_person_is_needed()
    {
        var story = Stories.AskedAboutProposal(Given.Planned(traits: Given.Traits(PluginRisk.High))).Approved();

        story.Waits(story.Rules.ApprovalTimeout).Refuses(new PersonInput.Approve(Given.Approver, Proposal)).Code.ShouldBe(RefusalCode.TooLate);
    }

    [Fact]
    public void States_and_roles_are_written_as_words()
    {
        Stories.AskedAboutProposal().Approved().Refuses(new PersonInput.Approve(Given.Admin, Proposal)).Message
            .ShouldBe("proposal/1 was approved by Anna at 2026-01-05 10:00:00Z; this changed nothing.");
        Stories.AskedAboutProposal().Refuses(new PersonInput.Approve(Given.Operator, Proposal)).Message
            .ShouldBe("Otto may not do that: it takes the role approver.");
    }
}
