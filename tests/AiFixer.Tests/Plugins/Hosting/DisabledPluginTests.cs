using AiFixer.Core.Plugins;
using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class DisabledPluginTests : IDisposable
{
    private const string Sentence = "was disabled by alice on 2026-01-01 10:00:00 UTC: it hurt the disks";
    private static readonly Observation Seen = new(ExecuteOutcome.Done, TargetHealth.Healthy, "3 of 3");
    private readonly TaskCompletionSource<ExecuteResult> first = new();
    private readonly TaskCompletionSource called = new();
    private readonly FakeAction action;
    private readonly HostUnderTest test;
    private int read;

    public DisabledPluginTests()
    {
        action = new(_ =>
        {
            called.TrySetResult();
            return first.Task;
        })
        {
            Seen = Seen,
        };
        var plugin = new FakePlugin((_, _) =>
        {
            read++;
            return Task.FromResult(PluginResult.Ok("{}", "read"));
        });
        test = new(new PluginHostOptions { MaxConcurrentCalls = 1 }, action, plugin);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task It_is_refused_before_anything_runs_and_says_who_disabled_it_when_and_why()
    {
        test.Settings.Disable("test.read");
        test.Settings.Disable("test.act");

        (await test.RunAsync()).ShouldBe(PluginResult.Failed($"test.read {Sentence}"));
        (await test.Host.PreviewAsync("test.act", test.Call("{}"), Stop)).ShouldBe(PreviewResult.Impossible($"test.act {Sentence}"));
        (await test.ExecuteAsync()).ShouldBe(new ExecuteResult(ExecuteOutcome.NotDone, $"test.act {Sentence}"));
        (read, action.Calls.Count).ShouldBe((0, 0));
        test.Host.Plugins.ShouldBeEmpty();
        test.Host.Find("test.read").ShouldBeNull();
    }

    [Fact]
    public async Task What_it_did_before_is_still_looked_at()
    {
        test.Settings.Disable("test.act");

        (await test.Host.ObserveAsync("test.act", test.Call("{}"), FakeAction.Plan, Stop)).ShouldBe(Seen);
    }

    [Fact]
    public async Task An_action_that_waits_for_its_place_when_the_plugin_is_disabled_is_not_sent()
    {
        var running = test.ExecuteAsync();
        await called.Task;
        var waiting = test.ExecuteAsync();
        await test.Time.TimersArmedAsync(2);

        test.Settings.Disable("test.act");
        first.SetResult(new(ExecuteOutcome.Done, ""));

        (await running).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await waiting).ShouldBe(new ExecuteResult(ExecuteOutcome.NotDone, $"test.act {Sentence}"));
        action.Executed.ShouldBe(1);
    }

    [Fact]
    public async Task Enabled_again_it_is_called_again()
    {
        test.Settings.Disable("test.read");
        test.Settings.Enable("test.read");

        (await test.RunAsync()).Success.ShouldBeTrue();
        (await test.RunAsync("read")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_value_that_makes_no_sense_disables_rather_than_enables()
    {
        test.Settings["plugins.test.read.enabled"] = "yes, please";

        (await test.RunAsync()).Error!.ShouldContain("disabled");
    }

    [Fact]
    public async Task Until_it_is_known_what_is_disabled_nothing_is_called_and_what_was_done_is_looked_at()
    {
        test.Settings.IsKnown = false;

        (await test.RunAsync()).Retryable.ShouldBeTrue();
        (await test.Host.PreviewAsync("test.act", test.Call("{}"), Stop)).Retryable.ShouldBeTrue();
        var sent = await test.ExecuteAsync();
        (sent.Outcome, sent.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        (await test.Host.ObserveAsync("test.act", test.Call("{}"), FakeAction.Plan, Stop)).ShouldBe(Seen);
        (read, action.Executed).ShouldBe((0, 0));
    }

    [Fact]
    public void Its_state_tells_the_same()
    {
        test.Settings.Disable("test.act");

        var status = test.Host.States.Find("act").ShouldNotBeNull();

        (status.Name, status.State, status.Reason).ShouldBe(("test.act", PluginState.Disabled, $"test.act {Sentence}"));
        status.DisabledBy!.By.Id.ShouldBe("key:alice");
        test.Host.States.Find("test.read")!.State.ShouldBe(PluginState.Ready);
    }
}
