using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Custom;

public sealed class DeclaredDiagnosticTests
{
    private const string Queue = """
        name: custom.queue_depth
        description: How many messages wait in a queue.
        timeout: 5s
        parameters:
          type: object
          properties:
            queue: {type: string, maxLength: 60}
            limit: {type: integer, default: 10}
          required: [queue]
        http:
          service: shop
          path: /api/queues/%2F/{queue}?limit={limit}
        answer:
          fields:
            messages: /stats/messages
            first: /items/0
          message: "{messages} messages wait in {queue}"
        """;

    [Fact]
    public async Task It_asks_the_service_and_keeps_what_it_is_told_to()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (200, """{"stats":{"messages":17},"items":["a/b"],"noise":1}""");
        using var files = new DeclaredFiles(service.Url);

        var result = await RunAsync(files, """{"queue":"orders","limit":3}""");

        result.ShouldBe(PluginResult.Ok("""{"messages":17,"first":"a/b"}""", "17 messages wait in orders"));
        service.Asked.ShouldBe(["GET /api/queues/%2F/orders?limit=3"]);
    }

    [Theory]
    [InlineData("a/b?x=1&y#z", "GET /api/queues/%2F/a%2Fb%3Fx%3D1%26y%23z?limit=3")]
    [InlineData("{limit}", "GET /api/queues/%2F/%7Blimit%7D?limit=3")]
    [InlineData("a b\r\nHost: evil", "GET /api/queues/%2F/a%20b%0D%0AHost%3A%20evil?limit=3")]
    public async Task An_argument_cannot_leave_its_place(string queue, string asked)
    {
        await using var service = await StubService.StartAsync();
        using var files = new DeclaredFiles(service.Url);

        await RunAsync(files, System.Text.Json.JsonSerializer.Serialize(new { queue, limit = 3 }));

        service.Asked.ShouldBe([asked]);
    }

    [Fact]
    public async Task An_argument_that_would_lead_elsewhere_is_refused()
    {
        await using var service = await StubService.StartAsync();
        using var files = new DeclaredFiles(service.Url);

        (await RunAsync(files, """{"queue":"..","limit":3}""")).Error.ShouldNotBeNull().ShouldContain("leads elsewhere");

        service.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_what_is_asked_for_is_a_failure_that_names_it()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (200, """{"stats":{}}""");
        using var files = new DeclaredFiles(service.Url);

        (await RunAsync(files, """{"queue":"orders","limit":3}""")).Error.ShouldBe("the answer has no messages (/stats/messages), first (/items/0)");
    }

    [Fact]
    public async Task An_error_of_the_service_is_told()
    {
        await using var service = await StubService.StartAsync();
        service.Answer = static _ => (503, "down for the night");
        using var files = new DeclaredFiles(service.Url);

        var result = await RunAsync(files, """{"queue":"orders","limit":3}""");

        result.Retryable.ShouldBeTrue();
        result.Error.ShouldNotBeNull().ShouldSatisfyAllConditions(error => error.ShouldContain("503"), error => error.ShouldContain("down for the night"));
    }

    [Fact]
    public async Task Without_its_service_it_says_which_setting_is_missing()
    {
        using var files = new DeclaredFiles();

        (await files.PluginAsync<IDiagnosticPlugin>(Queue)).MissingConfiguration.ShouldBe(["Plugins:Services:shop:Url"]);
    }

    private static async Task<PluginResult> RunAsync(DeclaredFiles files, string arguments) =>
        await (await files.PluginAsync<IDiagnosticPlugin>(Queue)).RunAsync(SamplePlugins.Call(arguments), SamplePlugins.Token);
}
