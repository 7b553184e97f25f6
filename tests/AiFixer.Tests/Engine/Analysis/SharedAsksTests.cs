using System.Diagnostics;
using AiFixer.Engine.Analysis;
using AiFixer.Plugins;
using AiFixer.Tests.Engine.Analysis.Support;

namespace AiFixer.Tests.Engine.Analysis;

public sealed class SharedAsksTests
{
    private const string Nodes = """{"kind":"nodes"}""";

    private readonly HeldPlugins plugins = new();
    private readonly SharedAsks asks;

    public SharedAsksTests() => asks = new(plugins);

    [Fact]
    public async Task Who_asks_what_is_being_asked_gets_the_same_answer()
    {
        var first = AskAsync("INC-1");
        var second = AskAsync("INC-2");
        plugins.Answer(0, PluginResult.Ok("{}", "3 nodes"));

        (await first).Message.ShouldBe("3 nodes");
        (await second).Message.ShouldBe("3 nodes");
        plugins.Calls.ShouldHaveSingleItem().Call.IncidentId.ShouldBe("INC-1");
    }

    [Fact]
    public async Task Who_asks_afterwards_asks_anew()
    {
        var first = AskAsync("INC-1");
        plugins.Answer(0, PluginResult.Ok("{}", "before"));
        await first;
        var second = AskAsync("INC-2");
        plugins.Answer(1, PluginResult.Ok("{}", "after"));

        (await second).Message.ShouldBe("after");
    }

    [Fact]
    public async Task Who_asks_while_others_take_the_answer_asks_anew()
    {
        Task<PluginResult>? third = null;
        var first = AskAsync("INC-1");
        var second = AskAsync("INC-2");
        plugins.Answered = () => third ??= AskAsync("INC-3");
        plugins.Answer(0, PluginResult.Ok("{}", "before"));
        plugins.Answer(1, PluginResult.Ok("{}", "after"));

        (await first).Message.ShouldBe("before");
        (await second).Message.ShouldBe("before");
        (await third!).Message.ShouldBe("after");
    }

    [Theory]
    [InlineData("k8s.get", """{"kind":"pods"}""")]
    [InlineData("k8s.get_events", """{"kind":"nodes"}""")]
    public async Task Another_question_is_another_call(string plugin, string arguments)
    {
        var first = AskAsync("INC-1");
        var second = AskAsync("INC-2", plugin, arguments);
        plugins.Answer(0, PluginResult.Ok("{}", "3 nodes"));
        plugins.Answer(1, PluginResult.Ok("{}", "something else"));

        (await first).Message.ShouldBe("3 nodes");
        (await second).Message.ShouldBe("something else");
    }

    [Fact]
    public async Task What_fails_fails_for_all_who_waited_and_for_nobody_else()
    {
        var first = AskAsync("INC-1");
        var second = AskAsync("INC-2");
        plugins.Answer(0, PluginResult.Failed("no answer within 10 s", true));

        (await first).Success.ShouldBeFalse();
        (await second).Success.ShouldBeFalse();
        var third = AskAsync("INC-3");
        plugins.Answer(1, PluginResult.Ok("{}", "3 nodes"));
        (await third).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_gives_up_takes_the_answer_from_nobody()
    {
        using var giving = new CancellationTokenSource();
        var first = AskAsync("INC-1", giving);
        var second = AskAsync("INC-2");
        await giving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        plugins.Calls[0].Stop.IsCancellationRequested.ShouldBeFalse();
        plugins.Answer(0, PluginResult.Ok("{}", "3 nodes"));
        (await second).Message.ShouldBe("3 nodes");
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_given_up()
    {
        using var giving = new CancellationTokenSource();
        var first = AskAsync("INC-1", giving);
        var second = AskAsync("INC-2", giving);
        await giving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        plugins.Calls[0].Stop.IsCancellationRequested.ShouldBeTrue();
        var third = AskAsync("INC-3");
        plugins.Answer(1, PluginResult.Ok("{}", "3 nodes"));
        (await third).Message.ShouldBe("3 nodes");
    }

    [Fact]
    public async Task A_plugin_of_somebody_else_is_asked_for_each_incident()
    {
        var first = AskAsync("INC-1", "custom.owners");
        var second = AskAsync("INC-2", "custom.owners");
        plugins.Answer(0, PluginResult.Ok("{}", "for 1"));
        plugins.Answer(1, PluginResult.Ok("{}", "for 2"));

        (await first).Message.ShouldBe("for 1");
        (await second).Message.ShouldBe("for 2");
    }

    [Fact]
    public async Task A_trace_says_in_whose_trace_the_call_is()
    {
        var first = AskAsync("INC-1");
        using var activity = new Activity("diagnose").Start();
        var second = AskAsync("INC-2");
        plugins.Answer(0, PluginResult.Ok("{}", "3 nodes"));
        await first;
        await second;

        var shared = activity.Events.ShouldHaveSingleItem();
        shared.Name.ShouldBe("aifixer.plugin.shared");
        shared.Tags.ShouldContain(new KeyValuePair<string, object?>("aifixer.incident.id", "INC-1"));
    }

    private static PluginCall Call(string incident, string arguments) => new(arguments, incident, null, "aifixer", DateTimeOffset.UnixEpoch);

    private Task<PluginResult> AskAsync(string incident, string plugin = "k8s.get", string arguments = Nodes) =>
        asks.RunAsync(plugin, Call(incident, arguments), CancellationToken.None);

    private Task<PluginResult> AskAsync(string incident, CancellationTokenSource giving) =>
        asks.RunAsync("k8s.get", Call(incident, Nodes), giving.Token);
}
