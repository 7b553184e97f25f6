using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Journal;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents.Properties;

public sealed class LifePropertyTests
{
    [Fact]
    public void Status_follows_only_drawn_arrows() => Walks.All(walk =>
    {
        var state = Incident.From(Given.Id, (Opened)walk.Opening.Events[0], Given.Start);
        foreach (var (happened, at, _) in walk.Events.Skip(1))
        {
            var next = state.Apply(happened, at);
            Arrows.Has(state.Status, next.Status).ShouldBeTrue($"{state.Status} → {next.Status} by {happened}");
            state = next;
        }
    });

    [Fact]
    public void An_open_incident_owes_or_awaits_something_and_a_closed_one_at_most_the_news_to_those_that_follow_it() => Walks.All(walk =>
    {
        foreach (var state in walk.Steps.Select(step => step.After).Prepend(walk.Opening.State))
        {
            if (state.Status.IsOpen())
                state.Task.ShouldNotBeNull().Kind.ShouldNotBe(TaskKind.TellGroup);
            else if (state.Task is { } task)
                (task.Kind, state.Leads, state.Group).ShouldBe((TaskKind.TellGroup, true, null));
            (state.Closing is not null).ShouldBe(!state.Status.IsOpen());
        }
    });

    [Fact]
    public void What_an_incident_owes_fits_where_it_stands() => Walks.All(walk =>
    {
        foreach (var state in walk.Steps.Select(step => step.After).Where(state => state.Status.IsOpen()))
        {
            Fitting(state.Status).ShouldContain(state.Task!.Kind);
            (state.OpenCard() is not null).ShouldBe(state.Status.AwaitsApproval());
            (state.Escalation is not null).ShouldBe(state.Status == IncidentStatus.Escalated);
            if (state.Phase != Phase.None)
                state.Status.ShouldBe(IncidentStatus.Executing);
        }
    });

    [Fact]
    public void A_card_is_open_once_and_never_again() => Walks.All(walk =>
    {
        walk.State.Cards.Select(card => card.Id).ShouldBeUnique();
        walk.State.Cards.Count(card => card.Outcome == CardOutcome.Open).ShouldBeLessThanOrEqualTo(1);
        walk.Events.Select(one => one.Event).OfType<CardDecided>().Select(decided => decided.Card).ShouldBeUnique();
    });

    [Fact]
    public void A_finished_task_never_comes_back() => Walks.All(walk =>
    {
        var gone = new HashSet<string>();
        var open = walk.Opening.State.Task!;
        foreach (var step in walk.Steps.Where(step => step.After.Task?.Id != open.Id))
        {
            gone.Add(open.Id);
            if (step.After.Task is not { } next)
                return;
            gone.ShouldNotContain(next.Id);
            open = next;
        }
    });

    [Fact]
    public void Finishing_a_task_twice_changes_nothing() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps)
        {
            if (step.Input is TaskInput task && step.After.Task?.Id != task.TaskId)
                IncidentWorkflow.Handle(step.After, task, walk.Rules, step.At).ShouldBeOfType<Decision.Nothing>();
        }
    });

    [Fact]
    public void A_click_that_counted_is_refused_the_second_time() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps.Where(step => step is { Decision: Decision.Accepted, Input: PersonInput.Approve or PersonInput.Reject }))
        {
            IncidentWorkflow.Handle(step.After, step.Input, walk.Rules, step.At)
                .ShouldBeOfType<Decision.Refused>().Refusal.Code.ShouldBe(RefusalCode.AlreadyDecided);
        }
    });

    [Fact]
    public void The_fingerprint_is_claimed_at_the_start_and_given_back_exactly_once_at_the_end() => Walks.All(walk =>
    {
        var key = ClaimKeys.Open(walk.State.Alert.Fingerprint);
        walk.Opening.Claims[0].ShouldBe(new Claim(key));
        foreach (var step in walk.Steps)
        {
            if (step.Decision is not Decision.Accepted accepted)
                continue;
            accepted.Claims.ShouldNotContain(claim => claim.Key == key);
            var closes = step.Before.Status.IsOpen() && !accepted.State.Status.IsOpen();
            accepted.Releases.Count(released => released == key).ShouldBe(closes ? 1 : 0);
        }
    });

    [Fact]
    public void An_accepted_input_writes_something() => Walks.All(walk =>
        walk.Steps.Where(step => step.Decision is Decision.Accepted).ShouldAllBe(step => step.Events.Count > 0));

    [Fact]
    public void Nothing_happens_to_a_closed_incident_but_that_it_tells_those_that_follow_it() => Walks.All(walk =>
    {
        foreach (var step in walk.Steps.Where(step => !step.Before.Status.IsOpen() && step.Decision is Decision.Accepted))
        {
            step.Events.ShouldAllBe(happened => happened is GroupEnding || happened is GroupEnded);
            step.After.Status.ShouldBe(step.Before.Status);
        }
    });

    private static TaskKind[] Fitting(IncidentStatus status) => status switch
    {
        IncidentStatus.Triaging => [TaskKind.Triage],
        IncidentStatus.Diagnosing => [TaskKind.Diagnose],
        IncidentStatus.Proposing => [TaskKind.Propose, TaskKind.Heal],
        IncidentStatus.AwaitingDiagnosisApproval or IncidentStatus.AwaitingProposalApproval => [TaskKind.AwaitApproval],
        IncidentStatus.Waiting => [TaskKind.RetryLater, TaskKind.AwaitGroup, TaskKind.Recheck],
        IncidentStatus.Executing => [TaskKind.RunAction, TaskKind.Reconcile, TaskKind.Notify],
        IncidentStatus.Verifying => [TaskKind.Verify],
        IncidentStatus.Escalated => [TaskKind.Remind],
        _ => [],
    };
}
