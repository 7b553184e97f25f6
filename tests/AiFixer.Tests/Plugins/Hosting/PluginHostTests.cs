using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class PluginHostTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugin_sees_canonical_arguments_with_defaults()
    {
        var seen = "";
        using var test = new HostUnderTest(new FakePlugin((call, _) =>
        {
            seen = call.Arguments;
            return Task.FromResult(PluginResult.Ok("{}", "done"));
        }));

        (await test.RunAsync(arguments: "{ }")).Success.ShouldBeTrue();

        seen.ShouldBe("""{"count":1}""");
    }

    [Fact]
    public async Task Wrong_arguments_never_reach_the_plugin()
    {
        using var test = new HostUnderTest(new FakePlugin((_, _) => throw new InvalidOperationException("reached")));

        var result = await test.RunAsync(arguments: """{"count":"x","more":1}""");

        result.Error.ShouldBe("arguments of test.read: $.count: must be an integer; $.more: is not a parameter; there are count");
        result.Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task A_plugin_that_ignores_its_token_is_left_behind()
    {
        var never = new TaskCompletionSource<PluginResult>();
        using var test = new HostUnderTest(new FakePlugin((_, _) => never.Task));

        var running = test.RunAsync();
        await test.Time.TimersArmedAsync(1);
        test.Time.Advance(TimeSpan.FromSeconds(10));
        var result = await running.WaitAsync(Eventually.DefaultLimit, Stop);

        result.Error.ShouldBe("test.read did not return within 10 s");
        never.SetResult(PluginResult.Ok("{}", ""));
    }

    [Fact]
    public async Task A_plugin_left_behind_keeps_its_place_until_it_returns()
    {
        var (called, never) = (new TaskCompletionSource(), new TaskCompletionSource<PluginResult>());
        using var test = new HostUnderTest(new PluginHostOptions { MaxConcurrentCalls = 1 }, new FakePlugin((_, _) =>
        {
            called.TrySetResult();
            return never.Task;
        }));
        var first = test.RunAsync();
        await called.Task;
        test.Time.Advance(TimeSpan.FromSeconds(10));
        await first;

        var second = test.RunAsync();
        await test.Time.TimersArmedAsync(1);
        test.Time.Advance(TimeSpan.FromSeconds(10));
        (await second).Error.ShouldBe("test.read is busy: no place became free in time");

        never.SetResult(PluginResult.Ok("{}", "back"));
        await Eventually.TrueAsync(async () => (await test.RunAsync()).Success, "the place is free again", cancellation: Stop);
    }

    [Fact]
    public async Task A_connection_that_hangs_takes_no_place_from_another()
    {
        var called = new TaskCompletionSource();
        using var test = new HostUnderTest(new PluginHostOptions { MaxConcurrentCalls = 1 }, new FakePlugin((call, _) =>
        {
            if (!call.Arguments.Contains("dead", StringComparison.Ordinal))
                return Task.FromResult(PluginResult.Ok("{}", "well"));
            called.TrySetResult();
            return new TaskCompletionSource<PluginResult>().Task;
        })
        { Manifest = FakePlugin.Connected });
        _ = test.RunAsync(arguments: """{"connection":"dead"}""");
        await called.Task;

        (await test.RunAsync(arguments: """{"connection":"alive"}""")).Success.ShouldBeTrue();
        (await test.RunAsync()).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task Connections_without_end_share_places_in_the_end()
    {
        var running = 0;
        using var test = new HostUnderTest(new PluginHostOptions { MaxConcurrentCalls = 1 }, new FakePlugin((_, _) =>
        {
            Interlocked.Increment(ref running);
            return new TaskCompletionSource<PluginResult>().Task;
        })
        { Manifest = FakePlugin.Connected });

        for (var number = 0; number < 200; number++)
            _ = test.RunAsync(arguments: $$"""{"connection":"c{{number}}"}""");

        await Eventually.TrueAsync(() => Task.FromResult(Volatile.Read(ref running) == 65), "so many run, and the rest wait", cancellation: Stop);
    }

    [Fact]
    public async Task An_exception_becomes_a_result()
    {
        using var test = new HostUnderTest(
            new PluginHostOptions { ReadRetries = 0 }, new FakePlugin((_, _) => throw new InvalidOperationException("line\nbreak")));

        (await test.RunAsync()).Error.ShouldBe("test.read failed: InvalidOperationException: line break");
    }

    [Fact]
    public async Task A_read_that_failed_for_a_passing_reason_is_asked_again()
    {
        var times = 0;
        using var test = new HostUnderTest(new FakePlugin((_, _) =>
            Task.FromResult(++times < 3 ? PluginResult.Failed("busy", retryable: true) : PluginResult.Ok("{}", "done"))));

        (await test.RunAsync()).Success.ShouldBeTrue();

        times.ShouldBe(3);
    }

    [Fact]
    public async Task A_lasting_failure_is_not_asked_again()
    {
        var times = 0;
        using var test = new HostUnderTest(new FakePlugin((_, _) =>
        {
            times++;
            return Task.FromResult(PluginResult.Failed("no"));
        }));

        (await test.RunAsync()).Error.ShouldBe("no");

        times.ShouldBe(1);
    }

    [Fact]
    public async Task Too_much_output_is_cut_where_the_list_is_and_says_so()
    {
        var data = $$"""{"name":"x","items":[{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"{i:0000000000}\""))}}]}""";
        using var test = new HostUnderTest(
            new PluginHostOptions { MaxOutputBytes = 4096 }, new FakePlugin((_, _) => Task.FromResult(PluginResult.Ok(data, "many"))));

        var result = await test.RunAsync();

        result.Data!.Length.ShouldBeLessThanOrEqualTo(4096);
        result.Data.ShouldStartWith("""{"name":"x","items":["0000000000",""");
        result.Message.ShouldMatch(@"^many \(cut: \d+ of 1000 items\)$");
    }

    [Fact]
    public async Task The_caller_may_give_up_a_read()
    {
        var never = new TaskCompletionSource<PluginResult>();
        using var test = new HostUnderTest(new FakePlugin((_, _) => never.Task));
        using var giveUp = new CancellationTokenSource();

        var running = test.RunAsync(cancellationToken: giveUp.Token);
        await test.Time.TimersArmedAsync(1);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
        never.SetResult(PluginResult.Ok("{}", ""));
    }

    [Fact]
    public async Task A_plugin_without_its_configuration_is_not_offered_and_says_what_it_lacks()
    {
        using var test = new HostUnderTest(new FakePlugin((_, _) => throw new InvalidOperationException()) { MissingConfiguration = ["Plugins:Test:Key"] });

        test.Host.Find("test.read").ShouldBeNull();
        test.Host.Plugins.ShouldBeEmpty();
        (await test.RunAsync()).Error.ShouldBe("test.read is not configured: Plugins:Test:Key");
    }

    [Fact]
    public async Task An_unknown_plugin_is_an_answer()
    {
        using var test = new HostUnderTest();

        (await test.RunAsync("no\nsuch")).Error.ShouldBe("there is no plugin 'no such'");
    }
}
