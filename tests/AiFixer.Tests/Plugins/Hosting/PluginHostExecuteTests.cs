using AiFixer.Plugins;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PluginHostExecuteTests
{
    [Fact]
    public async Task Wrong_arguments_mean_not_done()
    {
        var action = new FakeAction(_ => throw new InvalidOperationException());
        using var test = new HostUnderTest(action);

        (await test.ExecuteAsync("""{"x":1}""")).Outcome.ShouldBe(ExecuteOutcome.NotDone);

        action.Executed.ShouldBe(0);
    }

    [Fact]
    public async Task An_exception_leaves_the_outcome_unknown_and_is_not_tried_again()
    {
        var action = new FakeAction(_ => throw new InvalidOperationException("broke"));
        using var test = new HostUnderTest(action);

        var result = await test.ExecuteAsync();

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        result.Message.ShouldContain("broke");
        action.Executed.ShouldBe(1);
    }

    [Fact]
    public async Task Time_running_out_leaves_the_outcome_unknown()
    {
        var never = new TaskCompletionSource<ExecuteResult>();
        using var test = new HostUnderTest(new FakeAction(_ => never.Task));

        var running = test.ExecuteAsync();
        await test.Time.TimersArmedAsync(1);
        test.Time.Advance(TimeSpan.FromSeconds(10));

        (await running).Outcome.ShouldBe(ExecuteOutcome.Unknown);
        never.SetResult(new(ExecuteOutcome.Done, ""));
    }

    [Fact]
    public async Task A_shutdown_before_the_call_means_not_sent()
    {
        var action = new FakeAction(_ => throw new InvalidOperationException());
        using var test = new HostUnderTest(action);

        (await test.ExecuteAsync(cancellationToken: new CancellationToken(canceled: true))).NotSent.ShouldBeTrue();

        action.Executed.ShouldBe(0);
    }

    [Fact]
    public async Task A_shutdown_during_the_call_is_written_down_as_unknown()
    {
        using var stop = new CancellationTokenSource();
        var called = new TaskCompletionSource();
        using var test = new HostUnderTest(new FakeAction(async token =>
        {
            called.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(token);
            return new(ExecuteOutcome.Done, "");
        }));

        var running = test.ExecuteAsync(cancellationToken: stop.Token);
        await called.Task;
        await stop.CancelAsync();

        (await running.WaitAsync(Eventually.DefaultLimit, TestContext.Current.CancellationToken)).Outcome.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task A_look_that_fails_cannot_tell()
    {
        using var test = new HostUnderTest(new FakeAction(_ => throw new InvalidOperationException()));

        var seen = await test.Host.ObserveAsync("act", test.Call("{}"), FakeAction.Plan, TestContext.Current.CancellationToken);

        seen.ShouldBe(new(ExecuteOutcome.Unknown, TargetHealth.Unknown, "test.act failed: InvalidOperationException: cannot look"));
    }
}
