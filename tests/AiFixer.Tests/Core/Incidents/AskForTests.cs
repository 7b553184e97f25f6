using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>A person proposes an action of their own.</summary>
public sealed class AskForTests
{
    [Theory]
    [InlineData(IncidentStatus.Diagnosing)]
    [InlineData(IncidentStatus.AwaitingDiagnosisApproval)]
    [InlineData(IncidentStatus.Proposing)]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Waiting)]
    [InlineData(IncidentStatus.Escalated)]
    public void It_is_asked_like_any_other_and_takes_the_place_of_what_was_asked(IncidentStatus status)
    {
        var story = Stories.At(status);

        story.Hears(Ask(Given.Operator));

        story.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        story.State.Cards.Count(card => card.Outcome == CardOutcome.Open).ShouldBe(1);
        story.State.PlannedNow().ShouldHaveSingleItem().RequestedBy.ShouldBe(Given.Operator);
        story.Approved().Starts().Sends().State.Status.ShouldBe(IncidentStatus.Verifying);
    }

    [Fact]
    public void Whoever_asked_for_it_does_not_approve_it()
    {
        var story = Stories.Escalated().Hears(Ask(Given.Approver));

        story.Refuses(new PersonInput.Approve(Given.Approver, story.State.OpenCard()!.Id)).Code.ShouldBe(RefusalCode.NotAllowed);
        story.Hears(new PersonInput.Approve(Given.Admin, story.State.OpenCard()!.Id)).State.Status.ShouldBe(IncidentStatus.Executing);
    }

    [Theory]
    [InlineData(IncidentStatus.Executing, RefusalCode.NotNow)]
    [InlineData(IncidentStatus.Verifying, RefusalCode.NotNow)]
    [InlineData(IncidentStatus.Resolved, RefusalCode.Closed)]
    [InlineData(IncidentStatus.Ignored, RefusalCode.Closed)]
    public void Not_while_a_fix_runs_or_is_watched_and_not_after_the_end(IncidentStatus status, RefusalCode code) =>
        Stories.At(status).Refuses(Ask(Given.Admin)).Code.ShouldBe(code);

    [Fact]
    public void Who_may_only_look_may_not_ask() => Stories.Escalated().Refuses(Ask(Given.Viewer)).Code.ShouldBe(RefusalCode.NotAllowed);

    [Fact]
    public void The_policy_has_the_last_word()
    {
        var story = Stories.Escalated();

        story.Hears(Ask(Given.Admin, Given.Planned(traits: Given.Traits(PluginRisk.Critical))));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Grants.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_stopped_stays_stopped()
    {
        var stopped = PolicyFacts.None with { Stopped = new("Ada", Given.Start, "incident in progress") };
        var story = Stories.Escalated();

        story.Hears(new PersonInput.Propose(Given.Admin, Given.Planned(), stopped));

        story.State.Grants.ShouldBeEmpty();
        story.State.Status.ShouldNotBe(IncidentStatus.Executing);
    }

    [Fact]
    public void When_it_does_not_fit_any_more_it_is_in_a_persons_hands_rather_than_another_thing_proposed()
    {
        var story = Story.Open().Hears(new PersonInput.Escalate(Given.Operator, "", "help")).Hears(Ask(Given.Operator)).Approved();

        story.Hears(new TaskInput.CannotSend(story.Task.Id, "the image is another"));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("Otto");
    }

    [Fact]
    public void It_travels_between_processes_to_the_byte()
    {
        PersonInput ask = Ask(Given.Operator);

        var there = JsonSerializer.Deserialize<PersonInput>(JsonSerializer.Serialize(ask)).ShouldBeOfType<PersonInput.Propose>();

        there.Action.ShouldBe(((PersonInput.Propose)ask).Action);
    }

    private static PersonInput.Propose Ask(Person by, PlannedAction? action = null) => new(by, action ?? Given.Planned(), PolicyFacts.None);
}
