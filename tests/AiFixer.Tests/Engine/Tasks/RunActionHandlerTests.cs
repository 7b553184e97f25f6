using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Tasks.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Tasks;

public sealed class RunActionHandlerTests
{
    [Theory]
    [InlineData(ExecuteOutcome.NotDone)]
    [InlineData(ExecuteOutcome.Unknown)]
    public async Task An_undo_is_not_sent_when_what_it_takes_back_is_not_there_any_more(ExecuteOutcome seen)
    {
        var plugins = new SeenPlugins(Given.Plan(undo: false), seen);

        var step = await RunAsync(Stories.Undoing(), plugins);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.CannotSend>().Reason.ShouldContain("image is web:3");
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undo_is_sent_while_what_it_takes_back_is_there()
    {
        var plugins = new SeenPlugins(Given.Plan(undo: false));

        await RunAsync(Stories.Undoing(), plugins);

        plugins.Sent.ShouldHaveSingleItem().Arguments.ShouldBe(Given.UndoRequest().Arguments);
    }

    [Fact]
    public async Task A_start_without_any_quota_sends_nothing_and_asks_a_person()
    {
        var rules = Given.Auto with { Policy = Given.Auto.Policy with { AutomaticFixesPerHour = 0 } };
        var plugins = new SeenPlugins(Given.Plan());

        var step = await RunAsync(Stories.Proposing(rules).Proposed(Given.Planned()), plugins);

        step.ShouldBeOfType<TaskStep.Told>().Held.State.Status.ShouldBe(IncidentStatus.AwaitingProposalApproval);
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_start_that_the_journal_refuses_is_told_to_the_incident()
    {
        var plugins = new SeenPlugins(Given.Plan());

        var step = await RunAsync(Stories.Granted(), plugins, new AppendVerdict.Refused("no slot"));

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Broke>().Retryable.ShouldBeFalse();
        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>The lease was looked at before the call had its place, for which it may wait long.</summary>
    [Fact]
    public async Task A_lease_that_is_lost_while_the_call_waits_for_its_place_keeps_it_from_leaving()
    {
        var lease = new HeldLease();
        var plugins = new SeenPlugins(Given.Plan()) { WaitsForAPlace = () => lease.ValidFor = TimeSpan.Zero };

        var step = await RunAsync(Stories.Granted(), plugins, lease: lease);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>Others saw the hold end under which the call was started, and may be doing it themselves.</summary>
    [Fact]
    public async Task A_lease_that_ended_and_was_begun_anew_keeps_the_call_from_leaving()
    {
        var lease = new HeldLease();
        var plugins = new SeenPlugins(Given.Plan()) { WaitsForAPlace = () => lease.Id = "ours, begun anew" };

        var step = await RunAsync(Stories.Granted(), plugins, lease: lease);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>It was good when the start was written.</summary>
    [Fact]
    public async Task A_grant_that_runs_out_while_the_call_waits_for_its_place_keeps_it_from_leaving()
    {
        var story = Stories.Granted();
        var time = new ManualTime(story.Now);
        var plugins = new SeenPlugins(Given.Plan()) { WaitsForAPlace = () => time.Advance(story.Rules.GrantLifetime) };

        var step = await RunAsync(story, plugins, time: time);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>Nothing was stopped when the start was written; and what is not known any more counts as stopped.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_that_comes_while_the_call_waits_for_its_place_keeps_it_from_leaving(bool isKnown)
    {
        var story = Stories.Granted();
        var facts = new SwitchedFacts();
        var plugins = new SeenPlugins(Given.Plan())
        {
            WaitsForAPlace = () => facts.Known = isKnown ? PolicyFacts.None with { Stopped = new("Wang", story.Now, "the fix is worse than the fault") } : null,
        };

        var step = await RunAsync(story, plugins, facts: facts);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>Others take it for lost by then, and look it up.</summary>
    [Fact]
    public async Task A_call_that_waits_for_its_place_longer_than_the_margin_does_not_leave()
    {
        var story = Stories.Granted();
        var time = new ManualTime(story.Now);
        var plugins = new SeenPlugins(Given.Plan()) { WaitsForAPlace = () => time.Advance(story.Rules.SendMargin) };

        var step = await RunAsync(story, plugins, time: time);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    private static Task<TaskStep> RunAsync(
        Story story, SeenPlugins plugins, AppendVerdict? verdict = null, HeldLease? lease = null, ManualTime? time = null, IPolicyFacts? facts = null)
    {
        var journal = new OneIncidentJournal(story.State) { Verdict = verdict ?? new AppendVerdict.Stored(2, "d2") };
        time ??= new ManualTime(story.Now);
        var runner = new IncidentRunner(journal, new IncidentWriter(journal, story.Rules, new EngineOptions(), time), new HeldCache(10), new DeafSink(), new());
        var handler = new RunActionHandler(plugins, runner, lease ?? new HeldLease(), new CallsOut(), story.Rules, facts ?? NoPolicyFacts.Instance, time, NullLogger<RunActionHandler>.Instance);
        return handler.RunAsync(story.State, story.Task, TestContext.Current.CancellationToken);
    }
}
