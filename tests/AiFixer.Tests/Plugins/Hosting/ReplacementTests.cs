using AiFixer.Plugins;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Tests.Plugins.Hosting;

public sealed class ReplacementTests
{
    [Fact]
    public async Task Others_take_the_place_of_those_of_the_same_source_and_no_others()
    {
        using var test = new HostUnderTest(Named("test.read", "built in"));

        test.Host.Registry.Replace("custom", [Named("custom.one", "first"), Named("custom.two", "second")], []);
        test.Host.Registry.Replace("custom", [Named("custom.one", "third")], []);

        (await test.RunAsync("custom.one")).Message.ShouldBe("third");
        (await test.RunAsync("custom.two")).Error.ShouldBe("there is no plugin 'custom.two'");
        (await test.RunAsync("test.read")).Message.ShouldBe("built in");
    }

    [Fact]
    public async Task A_call_that_is_under_way_goes_on_to_its_end_and_then_the_plugin_is_left()
    {
        var (called, answer) = (new TaskCompletionSource(), new TaskCompletionSource<PluginResult>());
        using var test = new HostUnderTest();
        test.Host.Registry.Replace("custom", [Hanging(called, answer)], []);
        var running = test.RunAsync("custom.one");
        await called.Task;

        var replaced = test.Host.Registry.Replace("custom", [Named("custom.one", "new")], []);
        (await test.RunAsync("custom.one")).Message.ShouldBe("new");
        replaced.Left.IsCompleted.ShouldBeFalse();
        answer.SetResult(PluginResult.Ok("{}", "old"));

        (await running).Message.ShouldBe("old");
        await replaced.Left.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_call_that_was_left_behind_at_its_deadline_still_keeps_its_plugin()
    {
        var (called, answer) = (new TaskCompletionSource(), new TaskCompletionSource<PluginResult>());
        using var test = new HostUnderTest();
        test.Host.Registry.Replace("custom", [Hanging(called, answer)], []);
        var running = test.RunAsync("custom.one");
        await called.Task;
        test.Time.Advance(TimeSpan.FromSeconds(10));
        (await running).Success.ShouldBeFalse();

        var replaced = test.Host.Registry.Replace("custom", [], []);
        replaced.Left.IsCompleted.ShouldBeFalse();
        answer.SetResult(PluginResult.Ok("{}", "late"));

        await replaced.Left.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_same_plugin_keeps_its_places()
    {
        using var test = new HostUnderTest();
        var plugin = Named("custom.one", "");
        test.Host.Registry.Replace("custom", [plugin], []);
        var slot = test.Host.Registry.Current.Find("custom.one");

        var replaced = test.Host.Registry.Replace("custom", [Named("custom.two", ""), plugin], []);

        test.Host.Registry.Current.Find("custom.one").ShouldBeSameAs(slot);
        replaced.Left.IsCompleted.ShouldBeTrue();
        slot!.Calls.TryBegin().ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_found_a_plugin_just_before_it_was_replaced_is_not_made_and_may_be_asked_again()
    {
        var action = new FakeAction(_ => throw new InvalidOperationException());
        using var test = new HostUnderTest(action, Named("test.read", ""));
        await test.Host.Registry.Current.Find("test.act")!.Calls.CloseAsync();
        await test.Host.Registry.Current.Find("test.read")!.Calls.CloseAsync();

        var sent = await test.ExecuteAsync();

        (sent.Outcome, sent.NotSent, action.Executed).ShouldBe((ExecuteOutcome.NotDone, true, 0));
        (await test.RunAsync()).ShouldBe(PluginResult.Failed("test.read was not called: it was replaced just now", retryable: true));
    }

    [Fact]
    public void One_that_cannot_be_used_is_a_failure_and_keeps_none_of_the_others_out()
    {
        using var test = new HostUnderTest(Named("test.read", ""));

        var replaced = test.Host.Registry.Replace(
            "custom",
            [
                Named("custom.one", ""), Named("custom.one", ""), Named("test.other", ""), Named("custom.Bad", ""),
                new FakePlugin(Answer, "custom.odd") { Manifest = FakePlugin.Connected with { Name = "custom.odd", ParametersSchema = "[" } },
                new Thrower(),
            ],
            [new("queue.yaml", "queue.yaml: line 3: what is this")]);

        replaced.Failures.Select(failure => failure.Name).ShouldBe(["queue.yaml", "custom.one", "test.other", "custom.Bad", "custom.odd", "Thrower"]);
        replaced.Failures.Select(failure => failure.Reason).ShouldContain("custom.one: the name is taken");
        replaced.Failures.Select(failure => failure.Reason).ShouldContain("test.other: the name must begin with custom.");
        replaced.Failures.Select(failure => failure.Reason).ShouldContain("Thrower: what it is cannot be asked: InvalidOperationException: not today");
        test.Host.Plugins.Select(plugin => plugin.Name).ShouldBe(["custom.one", "test.read"], ignoreOrder: true);
    }

    [Fact]
    public void A_short_name_of_a_built_in_plugin_cannot_be_taken_away()
    {
        using var test = new HostUnderTest(Named("test.read", ""));

        test.Host.Registry.Replace("custom", [Named("custom.read", ""), Named("custom.other", "")], []);

        test.Host.Find("read")!.Name.ShouldBe("test.read");
        test.Host.Find("other")!.Name.ShouldBe("custom.other");
        test.Host.States.Find("custom.read")!.Alias.ShouldBeNull();
    }

    [Fact]
    public void What_is_built_in_stays()
    {
        using var test = new HostUnderTest(Named("test.read", ""));

        Should.Throw<ArgumentException>(() => test.Host.Registry.Replace(PluginSource.BuiltIn, [], []));
    }

    private static FakePlugin Named(string name, string message) =>
        new((_, _) => Task.FromResult(PluginResult.Ok("{}", message)), name);

    private static FakePlugin Hanging(TaskCompletionSource called, TaskCompletionSource<PluginResult> answer) => new(
        (_, _) =>
        {
            called.SetResult();
            return answer.Task;
        },
        "custom.one");

    private static Task<PluginResult> Answer(PluginCall call, CancellationToken cancellationToken) => Task.FromResult(PluginResult.Ok("{}", ""));

    private sealed class Thrower : IDiagnosticPlugin
    {
        public PluginManifest Manifest => throw new InvalidOperationException("not today");

        public Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("called");
    }
}
