using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>The store was put back to an earlier state: what is planned in it may have been done already.</summary>
public sealed class SetBackTests
{
    [Fact]
    public void What_was_approved_before_is_not_sent_and_people_are_asked_about_the_world_as_it_is_now()
    {
        var story = Ready(Stories.Granted(), Given.Start.AddSeconds(1));

        story.State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
        story.State.Action("a1").Message.ShouldContain("may have been done already");
        story.State.Action("a1").Message.ShouldContain("restored from a backup");
        story.Task.Kind.ShouldBe(TaskKind.Propose);
        story.Proposed(Given.Planned()).State.OpenCard()!.Id.ShouldBe("proposal/2");
        story.Events.ShouldNotContain(happened => happened is ActionStarted);
    }

    [Fact]
    public void Approving_afterwards_what_was_asked_before_does_not_send_it()
    {
        var story = Stories.AskedAboutProposal().Waits(TimeSpan.FromMinutes(2)).Approved();

        Ready(story, Given.Start.AddMinutes(1)).State.Action("a1").Status.ShouldBe(ActionStatus.Stale);
    }

    [Fact]
    public void What_ran_by_itself_asks_a_person_the_next_time()
    {
        var story = Ready(Stories.GrantedByItself(Given.Planned()), Given.Start.AddSeconds(1)).Proposed(Given.Planned());

        story.State.OpenCard().ShouldNotBeNull();
        story.State.Policy!.Opinions.ShouldContain(opinion => opinion.Rule == "changed-target");
    }

    [Fact]
    public void Taking_back_is_for_a_person()
    {
        var story = Ready(Stories.Undoing(), Given.Start.AddMinutes(1));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.OwesUndo().ShouldBeTrue();
    }

    [Fact]
    public void Taking_back_what_ran_by_itself_is_for_a_person_too()
    {
        var story = Stories.GrantedByItself(Given.Planned()).Starts().Sends().Sees(TargetHealth.Unhealthy).Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);
        story.State.OwesUndo().ShouldBeTrue();

        Ready(story, story.Now.AddSeconds(-1)).State.Status.ShouldBe(IncidentStatus.Escalated);
    }

    [Fact]
    public void Where_a_part_was_done_already_neither_the_rest_nor_taking_it_back_is_for_a_machine()
    {
        var story = Ready(Stories.GrantedByItself(Given.Planned(), Given.Planned("api")).Starts().Sends(), Given.Start.AddSeconds(1));

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.Events.Count(happened => happened is ActionStarted).ShouldBe(1);
    }

    [Fact]
    public void What_was_planned_since_is_sent() =>
        Ready(Stories.Granted(), Given.Start.AddSeconds(-1)).Task.Started.ShouldBeTrue();

    private static Story Ready(Story story, DateTimeOffset putBack) => story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan())
    {
        Facts = PolicyFacts.None with { SetBack = new(putBack, "The store was restored from a backup.") },
    });
}
