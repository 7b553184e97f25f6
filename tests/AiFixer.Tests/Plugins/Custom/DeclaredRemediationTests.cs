using AiFixer.Plugins;
using AiFixer.Plugins.Custom.Declared;
using AiFixer.Tests.Plugins.Kubernetes;

namespace AiFixer.Tests.Plugins.Custom;

public sealed class DeclaredRemediationTests
{
    private const string Pause = """
        name: custom.pause_queue
        description: Stops a queue from taking messages.
        category: remediation
        verb: pause
        risk: high
        idempotent: true
        blast_radius: Producers of this queue are refused.
        parameters:
          type: object
          properties:
            queue: {type: string}
            minutes: {type: integer}
          required: [queue, minutes]
        target: {kind: queue, name: "{queue}"}
        http:
          service: shop
          method: PUT
          path: /queues/{queue}/state
          body: {state: paused, for: "{minutes}", note: "for {minutes} minutes"}
        observe:
          http: {service: shop, path: "/queues/{queue}"}
          done: {/state: paused}
          healthy: {/alarms: 0}
          touches: [/owner]
        """;

    private const string Arguments = """{"minutes":5,"queue":"orders"}""";

    [Fact]
    public async Task A_plan_says_exactly_what_would_be_sent_and_what_changes()
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);

        var plan = (await PreviewAsync(files)).Plan.ShouldNotBeNull();

        plan.Target.ShouldBe(new("shop", "queue", "", "orders"));
        plan.Call.ShouldBe("""shop PUT /queues/orders/state {"state":"paused","for":5,"note":"for 5 minutes"}""");
        plan.Diff.ShouldBe("-/state: running\n+/state: paused");
        service.Asked.ShouldBe(["GET /queues/orders"]);
    }

    [Fact]
    public async Task What_was_approved_is_sent_to_the_byte()
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        service.Asked.Clear();

        var result = await plugin.ExecuteAsync(SamplePlugins.Call("""{"minutes":9,"queue":"other"}"""), plan, SamplePlugins.Token);

        result.Outcome.ShouldBe(ExecuteOutcome.Done);
        service.Asked.ShouldBe(["""PUT /queues/orders/state {"state":"paused","for":5,"note":"for 5 minutes"}"""]);
    }

    [Fact]
    public async Task What_may_not_leave_does_not()
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        service.Asked.Clear();

        var result = await plugin.ExecuteAsync(SamplePlugins.Call(Arguments) with { MayLeave = static () => false }, plan, SamplePlugins.Token);

        result.NotSent.ShouldBeTrue();
        service.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(200, ExecuteOutcome.Done)]
    [InlineData(409, ExecuteOutcome.NotDone)]
    [InlineData(408, ExecuteOutcome.Unknown)]
    [InlineData(500, ExecuteOutcome.Unknown)]
    public async Task The_services_answer_tells_what_is_known(int code, ExecuteOutcome outcome)
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        service.Answer = _ => (code, "{}");

        (await plugin.ExecuteAsync(SamplePlugins.Call(Arguments), plan, SamplePlugins.Token)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task A_service_that_is_gone_before_anything_left_was_not_told()
    {
        var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        await service.DisposeAsync();

        (await plugin.ExecuteAsync(SamplePlugins.Call(Arguments), plan, SamplePlugins.Token)).NotSent.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_so_already_needs_no_plan()
    {
        await using var service = await RunningAsync("paused");
        using var files = new DeclaredFiles(service.Url);

        (await PreviewAsync(files)).Error.ShouldBe("it is so already: /state is paused");
    }

    [Theory]
    [InlineData("paused", 0, ExecuteOutcome.Done, TargetHealth.Healthy)]
    [InlineData("running", 2, ExecuteOutcome.NotDone, TargetHealth.Unhealthy)]
    public async Task Looking_tells_whether_it_is_done_and_how_the_target_does(string state, int alarms, ExecuteOutcome applied, TargetHealth health)
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        service.Answer = _ => (200, $$"""{"state":"{{state}}","alarms":{{alarms}}}""");

        var seen = await plugin.ObserveAsync(SamplePlugins.Call(Arguments), plan, SamplePlugins.Token);

        seen.ShouldBe(new Observation(applied, health, $"/state is {state}, /alarms is {alarms}"));
    }

    [Fact]
    public async Task Another_value_in_what_it_touches_makes_another_plan()
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var before = (await PreviewAsync(files)).Plan!.FieldsHash;

        service.Answer = static _ => (200, """{"state":"running","alarms":0,"owner":"bob"}""");

        (await PreviewAsync(files)).Plan!.FieldsHash.ShouldNotBe(before);
    }

    [Fact]
    public async Task A_request_whose_connection_breaks_is_not_sent_again_by_anybody()
    {
        const string nothingToSay = """
            name: custom.purge
            description: Empties a queue.
            category: remediation
            verb: purge
            risk: high
            blast_radius: Its messages are lost.
            parameters: {type: object, properties: {queue: {type: string}}, required: [queue]}
            target: {kind: queue, name: "{queue}"}
            http: {service: shop, method: DELETE, path: "/queues/{queue}/contents"}
            observe: {http: {service: shop, path: "/queues/{queue}"}, done: {/messages: 0}}
            """;
        await using var server = RawServer.SaysAndLeaves("");
        using var files = new DeclaredFiles(server.Url.ToString());
        var plugin = await files.PluginAsync<IRemediationPlugin>(nothingToSay);
        var order = new DeclaredOrder("shop", ["DELETE", "/queues/orders/contents"], null);
        var plan = new ActionPlan(new("shop", "queue", "", "orders"), "", order.ToPayload(), "", "", "");

        var result = await plugin.ExecuteAsync(SamplePlugins.Call("""{"queue":"orders"}"""), plan, SamplePlugins.Token);

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>sign in</html>")]
    [InlineData("""{"status":"paused"}""")]
    public async Task An_answer_without_what_is_looked_for_tells_nothing(string answer)
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);
        var plan = (await PreviewAsync(files)).Plan!;
        service.Answer = _ => (200, answer);

        (await plugin.ObserveAsync(SamplePlugins.Call(Arguments), plan, SamplePlugins.Token)).Applied.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task An_empty_argument_does_not_widen_the_path()
    {
        await using var service = await RunningAsync();
        using var files = new DeclaredFiles(service.Url);
        var plugin = await files.PluginAsync<IRemediationPlugin>(Pause);

        (await plugin.PreviewAsync(SamplePlugins.Call("""{"minutes":5,"queue":""}"""), SamplePlugins.Token)).Error.ShouldBe("queue is empty, and the path would be another one");
    }

    private static async Task<PreviewResult> PreviewAsync(DeclaredFiles files) =>
        await (await files.PluginAsync<IRemediationPlugin>(Pause)).PreviewAsync(SamplePlugins.Call(Arguments), SamplePlugins.Token);

    private static async Task<StubService> RunningAsync(string state = "running")
    {
        var service = await StubService.StartAsync();
        service.Answer = asked => (200, $$"""{"state":"{{state}}","alarms":0,"owner":"ann"}""");
        return service;
    }
}
