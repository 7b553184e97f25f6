using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Core.Incidents.Support;
using Shouldly;
using Xunit;

namespace AiFixer.Tests.Core.Incidents;

public sealed class TaskTests
{
    [Fact]
    public void Finishing_a_task_twice_changes_nothing()
    {
        var story = Story.Open();
        var done = new TaskInput.TriageDone(story.Task.Id, default);

        story.Hears(done).IsDeafTo(done);
    }

    [Fact]
    public void A_result_of_another_kind_of_task_changes_nothing()
    {
        var story = Story.Open();

        story.IsDeafTo(new TaskInput.DiagnosisDone(story.Task.Id, Given.Diagnosis()));
    }

    [Fact]
    public void A_broken_task_is_tried_again_after_pauses_that_double()
    {
        var story = Story.Open();
        var pauses = new List<double>();
        for (var i = 0; i < 3; i++)
            pauses.Add((story.Breaks().Task.Due - story.Now).TotalSeconds);

        pauses.ShouldBe([5, 10, 20]);
    }

    [Theory]
    [InlineData(IncidentStatus.Triaging)]
    [InlineData(IncidentStatus.Diagnosing)]
    [InlineData(IncidentStatus.Proposing)]
    [InlineData(IncidentStatus.Verifying)]
    public void A_task_that_breaks_for_good_is_escalated(IncidentStatus at)
    {
        var story = Stories.At(at);
        var tries = 0;
        for (; story.State.Status == at; tries++)
            story.Breaks();

        tries.ShouldBe(story.Rules.MaxAttempts);
        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldContain("failed after 4 tries: connection refused");
    }

    [Fact]
    public void What_cannot_be_retried_is_escalated_at_once() =>
        Story.Open().Breaks(retryable: false).State.Status.ShouldBe(IncidentStatus.Escalated);

    [Fact]
    public void An_action_that_cannot_even_be_read_before_it_leaves_is_escalated() =>
        Stories.Granted().BreaksForGood().State.Escalation!.Reason.ShouldBe("The fix failed after 4 tries: connection refused");

    [Theory]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Waiting)]
    [InlineData(IncidentStatus.Escalated)]
    public void Waiting_cannot_break(IncidentStatus at)
    {
        var story = Stories.At(at);

        story.IsDeafTo(new TaskInput.Broke(story.Task.Id, "no reason", Retryable: true));
    }

    [Theory]
    [InlineData(IncidentStatus.AwaitingProposalApproval)]
    [InlineData(IncidentStatus.Waiting)]
    [InlineData(IncidentStatus.Escalated)]
    public void Time_that_has_not_come_yet_changes_nothing(IncidentStatus at)
    {
        var story = Stories.At(at);

        story.Waits(story.Task.Due - story.Now - TimeSpan.FromSeconds(1)).IsDeafTo(new TaskInput.TimePassed(story.Task.Id));
    }

    /// <summary>Who says so has waited by a clock of its own; the sender's, which wrote when it is due, may be far ahead.</summary>
    [Fact]
    public void A_call_that_somebody_waited_for_in_vain_is_looked_up_whatever_time_it_is_here()
    {
        var story = Stories.At(IncidentStatus.Executing);

        story.Hears(new TaskInput.TimePassed(story.Task.Id)).Task.Kind.ShouldBe(TaskKind.Reconcile);
    }

    [Fact]
    public void Triage_names_the_class_and_the_diagnosis_begins()
    {
        var story = Story.Open().Triaged();

        story.State.Class.ShouldBe(AiFixer.Core.Alerts.ErrorClass.Oom);
        story.Last.Events.ConvertAll(happened => happened.GetType()).ShouldBe([typeof(Triaged), typeof(DiagnosisStarted)]);
    }
}
