using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class GroupTests
{
    private static readonly WorkflowRules Rules = Given.Review;
    private static readonly DateTimeOffset Later = Given.Start.AddMinutes(5);

    [Fact]
    public void A_new_alert_leads_its_group_and_what_is_about_its_target_for_a_while()
    {
        var opened = IncidentWorkflow.Open(Given.Id, Given.Alert() with { GroupKey = "g" }, Rules, Given.Start);

        opened.Claims.ShouldBe([new("open:f1"), new("group:g", Rules.Grouping.Window), new("near:main/deployment/default/web", Rules.Grouping.Window)]);
    }

    [Fact]
    public void A_critical_one_neither_leads_nor_follows() =>
        IncidentWorkflow.Open(Given.Id, Given.Alert(severity: Severity.P0) with { GroupKey = "g" }, Rules, Given.Start)
            .Claims.ShouldBe([new Claim("open:f1")]);

    [Fact]
    public void A_key_that_no_database_takes_is_kept_by_its_hash()
    {
        var key = GroupKeys.Of(Given.Alert() with { GroupKey = new string('g', 5000), Target = null }, Rules.Grouping).ShouldHaveSingleItem();

        key.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public void One_that_follows_waits_and_looks_by_itself_less_and_less_often()
    {
        var state = Follower();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            waits.Add(state.Task!.Due - state.UpdatedAt);
            state = Told(state, new TaskInput.LeaderSeen(state.Task.Id, new(Given.Other, IncidentStatus.Escalated, null)), state.Task.Due).State;
            state.Status.ShouldBe(IncidentStatus.Waiting);
        }

        waits[0].ShouldBeInRange(Rules.Grouping.FirstLook, 1.5 * Rules.Grouping.FirstLook);
        (waits[1] / waits[0]).ShouldBe(2, 0.001);
        waits[^1].ShouldBeInRange(Rules.Grouping.LongestLook, 1.5 * Rules.Grouping.LongestLook);
    }

    [Fact]
    public void It_is_resolved_with_its_leader()
    {
        var told = Told(Follower(), Closed(IncidentStatus.Resolved));

        told.State.Status.ShouldBe(IncidentStatus.Resolved);
        told.State.Closing!.How.ShouldBe(ClosedBy.Group);
        told.Releases.ShouldBe(["open:f1"]);
    }

    [Fact]
    public void It_is_ignored_by_the_person_who_ignored_its_leader()
    {
        var told = Told(Follower(), Closed(IncidentStatus.Ignored));

        told.State.Status.ShouldBe(IncidentStatus.Ignored);
        told.State.Closing!.By.ShouldBe(Given.Operator);
    }

    [Fact]
    public void One_that_came_after_its_leader_was_closed_is_investigated()
    {
        var state = Follower();
        var news = new LeaderNews(Given.Other, IncidentStatus.Resolved, new(ClosedBy.Verification, Given.Start.AddSeconds(-1), "well"));

        var told = Told(state, new TaskInput.LeaderSeen(state.Task!.Id, news));

        told.State.Status.ShouldBe(IncidentStatus.Triaging);
        told.State.Group.ShouldBeNull();
    }

    [Fact]
    public void One_whose_leader_is_not_there_any_more_is_investigated()
    {
        var state = Follower();

        Told(state, new TaskInput.LeaderSeen(state.Task!.Id, null)).State.Status.ShouldBe(IncidentStatus.Triaging);
    }

    [Fact]
    public void News_of_another_group_change_nothing() =>
        IncidentWorkflow.Handle(Follower(), new GroupInput.LeaderClosed(new(Given.Id, IncidentStatus.Resolved, new(ClosedBy.Sender, Later, ""))), Rules, Later)
            .ShouldBeOfType<Decision.Nothing>();

    [Fact]
    public void One_that_gets_critical_leaves_its_group_and_is_investigated_at_once()
    {
        var told = Told(Follower(), Given.Fires(severity: Severity.P0));

        told.Events.Select(one => one.GetType()).ShouldBe([typeof(AlertWorsened), typeof(GroupLeft), typeof(TriageStarted)]);
    }

    [Fact]
    public void One_that_gets_worse_but_not_critical_stays() =>
        Told(Follower(), Given.Fires(severity: Severity.P1)).State.Group.ShouldNotBeNull();

    [Fact]
    public void One_that_a_person_wants_goes_its_own_way()
    {
        Told(Follower(), new PersonInput.Rediagnose(Given.Operator, "")).State.ShouldSatisfyAllConditions(
            state => state.Status.ShouldBe(IncidentStatus.Diagnosing), state => state.Group.ShouldBeNull());
        Told(Follower(), new PersonInput.TakeOver(Given.Operator)).State.Group.ShouldBeNull();
        Told(Follower(), new PersonInput.Escalate(Given.Operator, "", "")).State.Group.ShouldBeNull();
        Told(Follower(), new PersonInput.Ignore(Given.Operator, "known")).State.Status.ShouldBe(IncidentStatus.Ignored);
    }

    [Fact]
    public void One_whose_sender_says_it_is_over_closes_by_itself() =>
        Told(Follower(), Given.Clears()).State.Closing!.How.ShouldBe(ClosedBy.Sender);

    [Fact]
    public void A_leader_is_as_bad_as_the_worst_that_follow_it_and_says_so_once()
    {
        var first = Told(Leader(), new GroupInput.Followed(Severity.P3));
        var worse = Told(first.State, new GroupInput.Followed(Severity.P1));

        first.State.Severity.ShouldBe(Severity.P2);
        worse.State.Severity.ShouldBe(Severity.P1);
        IncidentWorkflow.Handle(worse.State, new GroupInput.Followed(Severity.P2), Rules, Later).ShouldBeOfType<Decision.Nothing>();
    }

    /// <summary>Others that follow it may fire on.</summary>
    [Fact]
    public void A_leader_whose_own_alert_is_over_stands_for_those_that_follow_it()
    {
        var led = Told(Leader(), new GroupInput.Followed(Severity.P3)).State;

        var told = Told(led, Given.Clears());

        told.Events.ShouldHaveSingleItem().ShouldBeOfType<AlertCleared>();
        told.State.Status.IsOpen().ShouldBeTrue();
    }

    [Fact]
    public void A_leader_that_is_closed_owes_the_news_until_all_have_it()
    {
        var led = Told(Leader(), new GroupInput.Followed(Severity.P3)).State;

        var closed = Told(led, new PersonInput.Ignore(Given.Operator, "known"));
        closed.State.Task!.Kind.ShouldBe(TaskKind.TellGroup);
        closed.Releases.ShouldBe(["open:f1", "near:main/deployment/default/web"]);

        var broke = Told(closed.State, new TaskInput.Broke(closed.State.Task.Id, "no store", Retryable: false));
        broke.State.Task!.Kind.ShouldBe(TaskKind.TellGroup);
        broke.State.Status.ShouldBe(IncidentStatus.Ignored);
        Told(broke.State, new TaskInput.GroupTold(broke.State.Task.Id)).State.Task.ShouldBeNull();
    }

    [Fact]
    public void A_leader_that_nobody_follows_owes_nothing_when_it_is_closed() =>
        Told(Leader(), new PersonInput.Ignore(Given.Operator, "known")).State.Task.ShouldBeNull();

    private static Incident Leader() => IncidentWorkflow.Open(Given.Id, Given.Alert(), Rules, Given.Start).State;

    private static Incident Follower() => IncidentWorkflow.OpenFollowing(Given.Id, Given.Alert(), Given.Other, Rules, Given.Start).State;

    private static GroupInput.LeaderClosed Closed(IncidentStatus status) =>
        new(new(Given.Other, status, new(status == IncidentStatus.Ignored ? ClosedBy.Person : ClosedBy.Verification, Later, "so it is", status == IncidentStatus.Ignored ? Given.Operator : null)));

    private static Decision.Accepted Told(Incident state, IncidentInput input, DateTimeOffset? at = null) =>
        IncidentWorkflow.Handle(state, input, Rules, at ?? Later).ShouldBeOfType<Decision.Accepted>();
}
