using AiFixer.Core.Incidents;
using AiFixer.Engine;
using AiFixer.Engine.Tasks;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Tasks.Signals;

/// <summary>A fix is watched by the numbers that went wrong.</summary>
public sealed class RecoverySignalTests
{
    private const string Errors = "error_ratio";
    private const string Speed = "requests_per_second";

    private readonly MeteredPlugins plugins = new();
    private readonly Story story = Stories.Verifying();
    private readonly ManualTime time = new(Given.Start);
    private RecoverySignal[] signals = [new(Errors, 0.01, 0.5, 0.05)];

    [Fact]
    public async Task A_fix_counts_when_every_signal_was_back_for_the_whole_window_and_it_says_from_what_to_what()
    {
        plugins.Metrics[Errors] = [0.02];

        await SeesAsync();
        Passes(story.Rules.StabilisationWindow);
        await SeesAsync();

        story.State.Status.ShouldBe(IncidentStatus.Resolved);
        story.State.Verification!.Details.ShouldBe("3 of 3 pods are ready. error_ratio: 0.01 before, 0.5 in the trouble, 0.02 now: back.");
    }

    [Fact]
    public async Task A_target_that_looks_well_is_no_fix_while_a_signal_has_not_come_back()
    {
        plugins.Metrics[Errors] = [0.4];

        await SeesAsync();
        Passes(story.Rules.VerificationTimeout);
        await SeesAsync();

        story.State.Verification!.Passed.ShouldBe(false);
        story.State.Verification!.Details.ShouldContain("error_ratio: 0.01 before, 0.5 in the trouble, 0.4 now: not back below 0.05.");
        story.State.Status.ShouldBe(IncidentStatus.Executing, "what did not help is taken back");
    }

    [Fact]
    public async Task A_signal_that_goes_wrong_again_starts_the_window_over()
    {
        plugins.Metrics[Errors] = [0.02];
        await SeesAsync();
        Passes(TimeSpan.FromSeconds(50));
        plugins.Metrics[Errors] = [0.3];
        await SeesAsync();
        Passes(TimeSpan.FromSeconds(5));
        plugins.Metrics[Errors] = [0.02];
        await SeesAsync();
        Passes(TimeSpan.FromSeconds(50));

        await SeesAsync();

        story.State.Status.ShouldBe(IncidentStatus.Verifying);
    }

    [Fact]
    public async Task One_signal_of_two_that_is_not_back_is_enough()
    {
        signals = [.. signals, new(Speed, 100, 3, 80)];
        plugins.Metrics[Errors] = [0.02];
        plugins.Metrics[Speed] = [60];

        var seen = await LookAsync();

        seen.Health.ShouldBe(TargetHealth.Unhealthy);
        seen.Details.ShouldContain("0.02 now: back. requests_per_second: 100 before, 3 in the trouble, 60 now: not back above 80.");
    }

    [Theory]
    [InlineData(TargetHealth.Healthy, TargetHealth.Unknown)]
    [InlineData(TargetHealth.Progressing, TargetHealth.Unknown)]
    [InlineData(TargetHealth.Unhealthy, TargetHealth.Unhealthy)]
    [InlineData(TargetHealth.Unknown, TargetHealth.Unknown)]
    public async Task Without_metrics_nobody_says_that_it_has_recovered(TargetHealth target, TargetHealth expected)
    {
        plugins.Target = target;

        var seen = await LookAsync();

        seen.Health.ShouldBe(expected);
        seen.Details.ShouldBe("3 of 3 pods are ready. error_ratio could not be read, so it is not known whether it is back: Prometheus does not answer.");
    }

    [Fact]
    public async Task A_signal_without_a_number_is_not_taken_for_one_that_is_back()
    {
        plugins.Metrics[Errors] = [];

        var seen = await LookAsync();

        seen.Health.ShouldBe(TargetHealth.Unknown);
        seen.Details.ShouldContain("could not be read, so it is not known whether it is back: there is no number for it.");
    }

    [Fact]
    public async Task A_number_that_was_nothing_before_the_trouble_and_is_gone_after_it_is_back()
    {
        signals = [new(Errors, 0, 0.5, 0.1)];
        plugins.Metrics[Errors] = [];

        var seen = await LookAsync();

        seen.Health.ShouldBe(TargetHealth.Healthy);
        seen.Details.ShouldEndWith("error_ratio: nothing before, 0.5 in the trouble, nothing now: back.");
    }

    [Fact]
    public async Task One_of_two_that_cannot_be_read_leaves_it_unknown()
    {
        signals = [.. signals, new(Speed, 100, 3, 80)];
        plugins.Metrics[Errors] = [0.02];

        (await LookAsync()).Health.ShouldBe(TargetHealth.Unknown);
    }

    [Fact]
    public async Task A_fix_that_nobody_can_see_the_effect_of_is_not_taken_back_and_a_person_gets_it()
    {
        await SeesAsync();
        Passes(story.Rules.VerificationTimeout);
        await SeesAsync();

        story.State.Status.ShouldBe(IncidentStatus.Escalated);
        story.State.Escalation!.Reason.ShouldStartWith("Nobody could see whether the fix helped");
    }

    [Theory]
    [InlineData(TargetHealth.Progressing)]
    [InlineData(TargetHealth.Unhealthy)]
    [InlineData(TargetHealth.Unknown)]
    public async Task Signals_that_are_back_do_not_make_a_target_better_than_it_looks(TargetHealth target)
    {
        plugins.Target = target;
        plugins.Metrics[Errors] = [0.02];

        (await LookAsync()).Health.ShouldBe(target);
    }

    [Theory]
    [InlineData(0.01, 0.05, new[] { 0.01, 0.2 }, TargetHealth.Unhealthy)]
    [InlineData(0.01, 0.05, new[] { 0.01, 0.05 }, TargetHealth.Healthy)]
    [InlineData(100, 80, new[] { 100.0, 5 }, TargetHealth.Unhealthy)]
    [InlineData(100, 80, new[] { 100.0, 80 }, TargetHealth.Healthy)]
    public async Task Of_several_series_the_one_furthest_away_counts(double before, double bound, double[] values, TargetHealth health)
    {
        signals = [new(Errors, before, 1, bound)];
        plugins.Metrics[Errors] = values;

        (await LookAsync()).Health.ShouldBe(health);
    }

    [Fact]
    public async Task The_metrics_of_the_targets_connection_are_asked()
    {
        await LookAsync();

        plugins.Asked.ShouldBe([("prom.query", """{"query":"error_ratio","connection":"main"}""")]);
    }

    [Fact]
    public async Task A_diagnosis_that_names_no_signal_asks_for_none()
    {
        signals = [];

        (await LookAsync()).Details.ShouldBe("3 of 3 pods are ready.");
        plugins.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task So_many_signals_that_not_all_are_read_are_counted()
    {
        signals = [.. Enumerable.Repeat(signals[0], 12)];
        plugins.Metrics[Errors] = [0.02];

        (await LookAsync()).Details.ShouldEndWith("2 more were not read.");
        plugins.Asked.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_signal_without_a_bound_proves_nothing()
    {
        signals = [new(Errors, 0.01, 0.5, double.NaN)];
        plugins.Metrics[Errors] = [0.5];

        (await LookAsync()).Health.ShouldBe(TargetHealth.Healthy);
        plugins.Asked.ShouldBeEmpty();
    }

    private async Task SeesAsync() => story.Tell(await LookAsync());

    private void Passes(TimeSpan span)
    {
        time.Advance(span);
        story.Waits(span);
    }

    private async Task<TaskInput.HealthSeen> LookAsync()
    {
        var state = story.State with { Diagnosis = story.State.Diagnosis! with { Recovery = [.. signals] } };
        var step = await new VerifyHandler(plugins, new EngineOptions(), time).RunAsync(state, story.Task, TestContext.Current.CancellationToken);
        return step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.HealthSeen>();
    }
}
