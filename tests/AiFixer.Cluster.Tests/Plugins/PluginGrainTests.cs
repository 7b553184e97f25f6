using AiFixer.Plugins;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Cluster.Tests.Plugins;

public sealed class PluginGrainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_incidents_ask_a_silo_makes_no_more_calls_at_once_than_its_limit()
    {
        var places = new SemaphoreSlim(0);
        var (running, most) = (0, 0);
        await using var cluster = await PluginCluster.StartAsync(new TestPlugin("test.read", async stop =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await places.WaitAsync(stop);
            Interlocked.Decrement(ref running);
            return PluginResult.Ok("{}", "read");
        }));

        var asked = Enumerable.Range(0, 40).Select(_ => cluster.RunAsync("test.read", Stop)).ToList();
        places.Release(asked.Count);

        (await Task.WhenAll(asked)).ShouldAllBe(answer => answer.Success);
        most.ShouldBeInRange(1, PluginCluster.Limit);
    }

    [Fact]
    public async Task A_plugin_that_hangs_stops_no_other_and_comes_back_as_a_value()
    {
        using var hang = new ManualResetEventSlim();
        var hanging = 0;
        await using var cluster = await PluginCluster.StartAsync(
            new TestPlugin("test.hang", _ =>
            {
                Interlocked.Increment(ref hanging);
                hang.Wait(CancellationToken.None);
                return Task.FromResult(PluginResult.Ok("{}", "late"));
            }),
            new TestPlugin("test.read", _ => Task.FromResult(PluginResult.Ok("{}", "read"))));

        var hung = Enumerable.Range(0, PluginCluster.Limit).Select(_ => cluster.RunAsync("test.hang", Stop)).ToList();
        await Until.TrueAsync(() => Volatile.Read(ref hanging) == PluginCluster.Limit, "each place is taken");
        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cluster.RunAsync("test.read", Stop)))).ShouldAllBe(answer => answer.Success);

        cluster.Time.Advance(TestPlugin.Timeout);
        (await Task.WhenAll(hung)).ShouldAllBe(answer => answer.Error == "test.hang did not return within 10 s" && answer.Retryable);
        hang.Set();
    }

    [Fact]
    public async Task What_fails_comes_back_as_a_value()
    {
        await using var cluster = await PluginCluster.StartAsync(
            new TestPlugin("test.throw", _ => throw new InvalidOperationException("broken")),
            new TestPlugin("test.fail", _ => Task.FromResult(PluginResult.Failed("gone", retryable: true))));

        (await cluster.RunAsync("test.throw", Stop)).ShouldBe(PluginResult.Failed("test.throw failed: InvalidOperationException: broken", retryable: true));
        (await cluster.RunAsync("test.fail", Stop)).ShouldBe(PluginResult.Failed("gone", retryable: true));
        (await cluster.RunAsync("test.none", Stop)).Error.ShouldBe("there is no plugin 'test.none'");
    }

    [Fact]
    public async Task Who_gives_up_is_heard_by_the_plugin()
    {
        var (asked, heard) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var cluster = await PluginCluster.StartAsync(new TestPlugin("test.slow", async stop =>
        {
            await using var registration = stop.Register(heard.SetResult);
            asked.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(stop);
            return PluginResult.Ok("{}", "never");
        }));
        using var giveUp = new CancellationTokenSource();

        var answer = cluster.RunAsync("test.slow", giveUp.Token);
        await asked.Task.WaitAsync(Stop);
        await giveUp.CancelAsync();

        await heard.Task.WaitAsync(Stop);
        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    [Fact]
    public async Task What_a_plugin_plans_and_sees_arrives_as_it_was()
    {
        var action = new TestAction();
        await using var cluster = await PluginCluster.StartAsync(action);

        (await cluster.Plugins.PreviewAsync("test.act", cluster.Call(), Stop)).ShouldBe(PreviewResult.Of(TestAction.Plan));
        (await cluster.Plugins.ObserveAsync("test.act", cluster.Call(), TestAction.Plan, Stop)).ShouldBe(TestAction.Seen);
    }

    [Fact]
    public async Task What_changes_the_world_asks_its_sender_right_before_it_leaves()
    {
        var action = new TestAction();
        await using var cluster = await PluginCluster.StartAsync(action);

        var kept = await cluster.Plugins.ExecuteAsync("test.act", cluster.Call() with { MayLeave = () => false }, TestAction.Plan, Stop);
        var sent = await cluster.Plugins.ExecuteAsync("test.act", cluster.Call() with { MayLeave = () => true }, TestAction.Plan, Stop);

        (kept.NotSent, sent.Outcome, action.Executed).ShouldBe((true, ExecuteOutcome.Done, 1));
    }
}
