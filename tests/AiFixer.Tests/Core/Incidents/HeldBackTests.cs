using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class HeldBackTests
{
    private static readonly WorkflowRules Few = Given.Review with { Investigations = new() { PerHour = 3 } };

    [Fact]
    public void An_investigation_counts_against_the_budget_of_its_source() =>
        Triaged(Severity.P2).Claims.ShouldBe([new Claim($"quota:investigations:{AlertOrigin.Of(Given.Alert())}", TimeSpan.FromHours(1), 3)]);

    [Fact]
    public void A_critical_one_is_never_counted() => Triaged(Severity.P0).Claims.ShouldBeEmpty();

    [Fact]
    public void One_for_which_there_is_no_room_says_why_and_is_tried_again()
    {
        var state = IncidentWorkflow.Open(Given.Id, Given.Alert(), Few, Given.Start).State;

        var held = Told(state, new TaskInput.HeldBack(state.Task!.Id, "3 an hour", Given.Start.AddMinutes(7)));
        held.HeldBack.ShouldBe("3 an hour");
        held.Task!.ShouldSatisfyAllConditions(
            task => task.Kind.ShouldBe(TaskKind.Triage), task => task.Due.ShouldBe(Given.Start.AddMinutes(7)), task => task.Attempt.ShouldBe(1));

        Told(held, new TaskInput.TriageDone(held.Task!.Id, default)).HeldBack.ShouldBeNull();
    }

    [Fact]
    public void One_that_waits_for_long_asks_seldomer()
    {
        var state = IncidentWorkflow.Open(Given.Id, Given.Alert(), Few, Given.Start).State;
        var tries = 0;
        for (var now = Given.Start; now < Given.Start.AddDays(1); now = state.Task!.Due)
        {
            tries++;
            var held = new TaskInput.HeldBack(state.Task!.Id, "3 an hour", now.AddSeconds(2));
            state = IncidentWorkflow.Handle(state, held, Few, now).ShouldBeOfType<Decision.Accepted>().State;
        }

        tries.ShouldBeInRange(24 * 12, (24 * 12) + 60);
    }

    [Fact]
    public void One_that_gets_critical_meanwhile_waits_no_longer()
    {
        var state = IncidentWorkflow.Open(Given.Id, Given.Alert(), Few, Given.Start).State;
        var held = Told(state, new TaskInput.HeldBack(state.Task!.Id, "3 an hour", Given.Start.AddMinutes(59)));

        var hurried = Told(held, Given.Fires(severity: Severity.P0));

        hurried.Task!.ShouldSatisfyAllConditions(task => task.Kind.ShouldBe(TaskKind.Triage), task => task.Due.ShouldBe(Given.Start));
    }

    [Fact]
    public void One_that_got_critical_while_there_was_no_room_is_tried_at_once()
    {
        var state = IncidentWorkflow.Open(Given.Id, Given.Alert(), Few, Given.Start).State;
        var worse = Told(state, Given.Fires(severity: Severity.P0));

        var held = Told(worse, new TaskInput.HeldBack(worse.Task!.Id, "3 an hour", Given.Start.AddMinutes(59)));

        held.Task!.ShouldSatisfyAllConditions(
            task => task.Kind.ShouldBe(TaskKind.Triage), task => task.Due.ShouldBe(Given.Start), task => task.Attempt.ShouldBe(state.Task!.Attempt));
    }

    private static Decision.Accepted Triaged(Severity severity)
    {
        var state = IncidentWorkflow.Open(Given.Id, Given.Alert(severity: severity), Few, Given.Start).State;
        return (Decision.Accepted)IncidentWorkflow.Handle(state, new TaskInput.TriageDone(state.Task!.Id, default), Few, Given.Start);
    }

    private static Incident Told(Incident state, IncidentInput input) =>
        IncidentWorkflow.Handle(state, input, Few, Given.Start).ShouldBeOfType<Decision.Accepted>().State;
}
