using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class LastLookTests : IDisposable
{
    private readonly TaskCompletionSource<ExecuteResult> first = new();
    private readonly TaskCompletionSource called = new();
    private readonly FakeAction action;
    private readonly HostUnderTest test;

    public LastLookTests()
    {
        action = new(_ =>
        {
            called.TrySetResult();
            return first.Task;
        });
        test = new(new PluginHostOptions { MaxConcurrentCalls = 1 }, action);
    }

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task Whether_a_call_may_leave_is_asked_when_it_has_its_place()
    {
        var mayLeave = true;
        var running = test.ExecuteAsync();
        var waiting = ExecuteAsync(() => mayLeave);
        await test.Time.TimersArmedAsync(2);

        mayLeave = false;
        first.SetResult(new(ExecuteOutcome.Done, ""));

        (await waiting).NotSent.ShouldBeTrue();
        (await running).Outcome.ShouldBe(ExecuteOutcome.Done);
        action.Executed.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_for_which_no_place_becomes_free_is_not_sent()
    {
        var running = test.ExecuteAsync();
        await called.Task;
        var waiting = ExecuteAsync(() => true);
        await test.Time.TimersArmedAsync(2);

        test.Time.Advance(TimeSpan.FromSeconds(10));

        var result = await waiting;
        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        result.Message.ShouldContain("busy");
        await running;
        action.Executed.ShouldBe(1);
        first.SetResult(new(ExecuteOutcome.Done, ""));
    }

    [Theory]
    [InlineData(ExecuteOutcome.Unknown)]
    [InlineData(ExecuteOutcome.Done)]
    public async Task A_plugin_that_says_not_sent_of_what_may_be_done_is_not_believed(ExecuteOutcome outcome)
    {
        first.SetResult(new(outcome, "", NotSent: true));

        var result = await ExecuteAsync(() => true);

        (result.Outcome, result.NotSent).ShouldBe((outcome, false));
    }

    private Task<ExecuteResult> ExecuteAsync(Func<bool> mayLeave) => test.Host.ExecuteAsync(
        "test.act", test.Call("{}") with { MayLeave = mayLeave }, FakeAction.Plan, TestContext.Current.CancellationToken);
}
