using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>What incidents of a group tell each other, to the moment.</summary>
public sealed class GroupNewsTests
{
    private static readonly WorkflowRules Rules = Given.Review;
    private static readonly DateTimeOffset Later = Given.Start.AddMinutes(5);

    [Fact]
    public void One_opened_alone_leads_nobody() =>
        IncidentWorkflow.OpenAlone(Given.Id, Given.Alert() with { GroupKey = "g" }, Rules, Given.Start).Claims.ShouldBe([new("open:f1")]);

    [Fact]
    public void A_leader_that_ended_in_the_moment_in_which_it_was_followed_ends_its_follower_too() =>
        Told(Follower(), News(IncidentStatus.Resolved, new(ClosedBy.Verification, Given.Start, "well"))).State.Closing!.How.ShouldBe(ClosedBy.Group);

    [Fact]
    public void A_leader_that_nobody_in_person_ignored_resolves_its_follower()
    {
        var state = Told(Follower(), News(IncidentStatus.Ignored, new(ClosedBy.Person, Later, "known"))).State;

        (state.Status, state.Closing!.By).ShouldBe((IncidentStatus.Resolved, null));
    }

    [Fact]
    public void A_leader_that_a_person_resolved_resolves_its_follower_in_their_name()
    {
        var state = Told(Follower(), News(IncidentStatus.Resolved, new(ClosedBy.Person, Later, "done", Given.Operator))).State;

        (state.Status, state.Closing!.By).ShouldBe((IncidentStatus.Resolved, Given.Operator));
    }

    [Fact]
    public void News_of_a_leader_that_is_open_change_nothing() => Deaf(Follower(), News(IncidentStatus.Escalated, null));

    [Fact]
    public void News_of_a_leader_change_nothing_for_one_that_left_or_is_closed()
    {
        var left = Told(Follower(), new PersonInput.Rediagnose(Given.Operator, "")).State;
        var closed = Told(Follower(), Given.Clears()).State;

        Deaf(left, News(IncidentStatus.Resolved, new(ClosedBy.Verification, Later, "well")));
        Deaf(closed, News(IncidentStatus.Resolved, new(ClosedBy.Verification, Later, "well")));
    }

    [Fact]
    public void A_look_at_the_leader_that_breaks_is_made_again_later()
    {
        var state = Follower();

        var again = Told(state, new TaskInput.Broke(state.Task!.Id, "no store", Retryable: false)).State;

        (again.Status, again.Task!.Kind, again.Task.Attempt).ShouldBe((IncidentStatus.Waiting, TaskKind.AwaitGroup, 2));
    }

    [Fact]
    public void Not_all_look_at_the_same_moment()
    {
        var last = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Select(letter => Opened(new IncidentId("INC-" + letter)).Task!.Due).ToList();

        last.Distinct().Count().ShouldBeGreaterThan(20);
        Opened(new IncidentId("INC-@")).Task!.Due.ShouldBe(Given.Start + Rules.Grouping.FirstLook);
        Opened(new IncidentId("INC-P")).Task!.Due.ShouldBe(Given.Start + (1.25 * Rules.Grouping.FirstLook));
    }

    [Fact]
    public void One_that_follows_looks_after_its_leader_at_least_every_hour_however_long_it_follows()
    {
        var state = Opened(new IncidentId("INC-@"));
        for (var i = 0; i < 80; i++)
            state = Told(state, new TaskInput.LeaderSeen(state.Task!.Id, new(Given.Other, IncidentStatus.Escalated, null)), state.Task.Due).State;

        (state.Task!.Due - state.UpdatedAt).ShouldBe(Rules.Grouping.LongestLook);
    }

    [Fact]
    public void A_closed_incident_is_not_followed() =>
        Deaf(Told(Leader(), new PersonInput.Ignore(Given.Operator, "known")).State, new GroupInput.Followed(Severity.P0));

    [Fact]
    public void One_that_follows_as_bad_as_the_leader_changes_nothing_after_the_first()
    {
        var led = Told(Leader(), new GroupInput.Followed(Severity.P2)).State;

        led.Leads.ShouldBeTrue();
        Deaf(led, new GroupInput.Followed(Severity.P2));
    }

    [Fact]
    public void Telling_the_group_is_tried_after_pauses_that_double_and_then_stay()
    {
        var led = Told(Leader(), new GroupInput.Followed(Severity.P3)).State;
        var state = Told(led, new PersonInput.Ignore(Given.Operator, "known")).State;
        var pauses = new List<double>();
        for (var i = 0; i < 8; i++)
        {
            state = Told(state, new TaskInput.Broke(state.Task!.Id, "no store", Retryable: true)).State;
            pauses.Add((state.Task!.Due - Later) / Rules.RetryPause);
        }

        pauses.ShouldBe([2, 4, 8, 16, 32, 64, 64, 64]);
    }

    [Fact]
    public void Whoever_proposes_something_for_one_that_follows_takes_it_out_of_its_group()
    {
        var told = Told(Follower(), new PersonInput.Propose(Given.Operator, Given.Planned(), PolicyFacts.None));

        told.State.Group.ShouldBeNull();
        told.Events.ShouldContain(happened => happened is GroupLeft);
    }

    [Fact]
    public void Whoever_ignores_one_that_follows_leaves_it_in_its_group() =>
        Told(Follower(), new PersonInput.Ignore(Given.Operator, "known")).Events.ShouldNotContain(happened => happened is GroupLeft);

    private static Incident Leader() => IncidentWorkflow.Open(Given.Id, Given.Alert(), Rules, Given.Start).State;

    private static Incident Follower() => Opened(Given.Id);

    private static Incident Opened(IncidentId id) => IncidentWorkflow.OpenFollowing(id, Given.Alert(), Given.Other, Rules, Given.Start).State;

    private static GroupInput.LeaderClosed News(IncidentStatus status, Closing? closing) => new(new(Given.Other, status, closing));

    private static void Deaf(Incident state, IncidentInput input) => IncidentWorkflow.Handle(state, input, Rules, Later).ShouldBeOfType<Decision.Nothing>();

    private static Decision.Accepted Told(Incident state, IncidentInput input, DateTimeOffset? at = null) =>
        IncidentWorkflow.Handle(state, input, Rules, at ?? Later).ShouldBeOfType<Decision.Accepted>();
}
