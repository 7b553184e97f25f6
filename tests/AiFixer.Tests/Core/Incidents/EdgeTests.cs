using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Incidents.Workflow;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

/// <summary>Where one thing ends and another begins.</summary>
public sealed class EdgeTests
{
    private static readonly PlannedAction Guarded = Given.Planned(traits: Given.Traits(guarded: true));

    [Fact]
    public void A_second_question_about_the_same_proposal_is_another_card()
    {
        var draft = new Draft(Stories.AskedAboutProposal().State, Given.Review, Given.Start, null);

        Proposing.AskAfterAll(draft, "quota", "None left.");

        draft.State.Cards.Select(card => card.Id).ShouldBe(["diagnosis/1", "proposal/1", "proposal/1.2"]);
    }

    [Theory]
    [InlineData("proposal/1", true)]
    [InlineData("proposal/1.2", true)]
    [InlineData("proposal/12", false)]
    [InlineData("proposal/2", false)]
    [InlineData("diagnosis/1", false)]
    public void A_card_belongs_to_the_proposal_of_its_round(string card, bool isIts) => Proposing.IsCard(card, 1).ShouldBe(isIts);

    [Fact]
    public void A_task_hangs_from_the_span_that_led_to_it_and_else_from_the_one_before()
    {
        var opened = IncidentWorkflow.Open(Given.Id, Given.Alert(), Given.Review, Given.Start, "first").State;
        opened.Task!.Span.ShouldBe("first");

        Told(opened, new TaskInput.TriageDone(opened.Task.Id, ErrorClass.Oom)).Task!.Span.ShouldBe("first");
        Told(opened, new TaskInput.TriageDone(opened.Task.Id, ErrorClass.Oom) { Span = "second" }).Task!.Span.ShouldBe("second");
    }

    [Fact]
    public void As_many_alerts_as_can_be_kept_apart_are_kept_apart()
    {
        var story = Story.Open();
        for (var i = 2; i <= 500; i++)
            story.Tell(Given.Fires($"web-{i}"));
        story.State.Firing.ShouldNotContain("*");

        story.Hears(Given.Fires("web-501")).State.Firing.ShouldContain("*");
        story.State.Firing.Count.ShouldBe(501);
        story.IsDeafTo(Given.Fires("web-502"));
    }

    [Fact]
    public void An_alert_that_began_in_the_moment_the_world_looked_healthy_breaks_nothing()
    {
        var story = Stories.Verifying().Waits(TimeSpan.FromMinutes(1)).Sees(TargetHealth.Healthy);

        story.IsDeafTo(Given.Fires(startsAt: story.Now));
    }

    [Fact]
    public void What_is_due_already_need_not_be_hurried()
    {
        var story = Story.Open();
        story.Hears(new TaskInput.HeldBack(story.Task.Id, "3 an hour", Given.Start.AddMinutes(7))).Waits(TimeSpan.FromMinutes(7));

        story.Hears(Given.Fires(severity: Severity.P0)).Last.Events.ShouldHaveSingleItem().ShouldBeOfType<AlertWorsened>();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(16, 2)]
    [InlineData(4000, 300)]
    public void What_has_waited_for_long_asks_after_an_eighth_of_that_at_least(int waited, int pause)
    {
        var story = Story.Open().Waits(TimeSpan.FromSeconds(waited));

        story.Hears(new TaskInput.HeldBack(story.Task.Id, "3 an hour", story.Now)).Task.Due.ShouldBe(story.Now.AddSeconds(pause));
    }

    [Fact]
    public void Without_a_limit_investigations_are_not_counted() =>
        Story.Open(Given.Review with { Investigations = new() { PerHour = 0 } }).Triaged().Last.Claims.ShouldBeEmpty();

    [Fact]
    public void What_was_planned_in_the_moment_the_store_was_put_back_is_sent()
    {
        var story = Stories.Granted();

        story.Hears(new TaskInput.ReadyToSend(story.Task.Id, Given.Plan()) { Facts = PolicyFacts.None with { SetBack = new(Given.Start, "") } }).Task.Started.ShouldBeTrue();
    }

    [Fact]
    public void A_cooldown_is_not_waited_for_by_what_did_not_happen_and_is_not_needed_any_more()
    {
        var story = Stories.OutcomeUnknown(Guarded).Settles().Looks(ExecuteOutcome.NotDone).Hears(Given.Clears());

        story.Denied("cooldown:main/deployment/default/web", story.Now.AddMinutes(4)).State.Closing!.How.ShouldBe(ClosedBy.Sender);
    }

    [Fact]
    public void What_the_target_refuses_the_second_time_may_have_happened_the_first_time()
    {
        var story = Stories.OutcomeUnknown(Guarded).Settles().Looks(ExecuteOutcome.NotDone).Starts().Sends(ExecuteOutcome.NotDone, "conflict", stale: true);

        story.Task.Kind.ShouldBe(TaskKind.Reconcile);
    }

    [Fact]
    public void What_a_person_asked_for_and_does_not_fit_is_nobodys_business_when_the_trouble_ended()
    {
        var story = Stories.Granted(Given.Planned() with { RequestedBy = Given.Operator }).Hears(Given.Clears());

        story.Hears(new TaskInput.CannotSend(story.Task.Id, "gone")).State.Closing!.How.ShouldBe(ClosedBy.Sender);
    }

    [Fact]
    public void Only_a_result_that_says_so_was_never_sent()
    {
        var story = Stories.Sending();

        story.Hears(new TaskInput.Sent(story.Task.Id, new ExecuteResult(ExecuteOutcome.Unknown, "busy") { NotSent = true })).Task.Kind.ShouldBe(TaskKind.Reconcile);
    }

    [Theory]
    [InlineData("quota:automatic-fixes", "No automatic fixes are allowed.")]
    [InlineData("quota:target:main/deployment/default/web", "No automatic fixes are allowed of this target.")]
    [InlineData("quota:environment:home", "No automatic fixes are allowed in home.")]
    public void A_budget_of_none_is_named(string key, string text) => Budgets.None(new Claim(key)).ShouldBe(text);

    [Theory]
    [InlineData("quota:automatic-fixes#3", "The quota of automatic fixes for this hour is used up.")]
    [InlineData("quota:environment:home#1", "The quota of automatic fixes in home is used up for this hour.")]
    public void A_budget_that_is_used_up_is_named(string key, string text) => Budgets.UsedUp(key).ShouldBe(text);

    [Theory]
    [InlineData("quota:automatic-fixes", true)]
    [InlineData("cooldown:quota:", false)]
    public void A_budget_is_told_by_how_its_key_begins(string key, bool isOne) => Budgets.Has(key).ShouldBe(isOne);

    [Theory]
    [InlineData("quota:playbook:dns@x", true, true)]
    [InlineData("cooldown:playbook:dns@x", true, false)]
    [InlineData("cooldown:main/deployment/default/web", false, false)]
    [InlineData("quota:automatic-fixes", false, false)]
    [InlineData("x/quota:playbook:", false, false)]
    [InlineData("x/cooldown:playbook:", false, false)]
    public void A_limit_of_a_playbook_is_told_by_how_its_key_begins(string key, bool isOne, bool isTries) =>
        (HealClaims.Are(key), HealClaims.AreTries(key)).ShouldBe((isOne, isTries));

    [Theory]
    [InlineData(0, "0 hours")]
    [InlineData(3_600, "1 hour")]
    [InlineData(5_400, "90 minutes")]
    [InlineData(60, "1 minute")]
    [InlineData(1.5, "1.5 seconds")]
    [InlineData(1, "1 second")]
    public void A_duration_is_told_in_the_largest_unit_that_is_exact(double seconds, string text) =>
        DurationText.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(text);

    private static Incident Told(Incident state, IncidentInput input) =>
        IncidentWorkflow.Handle(state, input, Given.Review, Given.Start).ShouldBeOfType<Decision.Accepted>().State;
}
