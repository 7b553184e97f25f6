using AiFixer.Playground;
using AiFixer.Plugins;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class LyingServerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_page_instead_of_json_is_named_as_such()
    {
        await using var server = RawServer.Says($"{Ok}Content-Length: 20\r\n\r\n<html>log in</html>\r\n");

        var result = await server.AskAsync(Long);

        result.Error!.ShouldStartWith("cluster 'default' answered with something else than JSON of its API");
        result.Retryable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("<html>log in</html>")]
    [InlineData("""{"hello":"I am a shop"}""")]
    public async Task Something_else_than_the_changed_object_does_not_count_as_done(string answer)
    {
        await using var world = await PracticeWorld.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var api = new ScriptedApi(
            request => request.Method == HttpMethod.Patch && !request.RequestUri!.Query.Contains("dryRun", StringComparison.Ordinal)
                ? new() { Content = new StringContent(answer) }
                : null,
            behind: world.Url);
        const string arguments = """{"namespace":"shop","deployment":"checkout"}""";
        var plan = (await api.PreviewAsync("k8s.restart_deployment", arguments)).Plan.ShouldNotBeNull();

        (await api.ExecuteAsync("k8s.restart_deployment", arguments, plan)).Outcome.ShouldBe(ExecuteOutcome.Unknown);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off_and_named()
    {
        var chunk = $"10000\r\n{new string(' ', 65536)}\r\n";
        await using var server = RawServer.Repeats($"{Ok}Transfer-Encoding: chunked\r\n\r\n", chunk);

        var result = await server.AskAsync(Long);

        result.Error.ShouldBe("cluster 'default' answers with more than 32 MB, which is no answer of its API");
        result.Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task Half_a_chunk_is_no_answer()
    {
        await using var server = RawServer.SaysAndLeaves($"{Ok}Transfer-Encoding: chunked\r\n\r\n40\r\n{{\"items\":[");

        var result = await server.AskAsync(Long);

        result.Error!.ShouldStartWith("cluster 'default' broke off in the middle of its answer: ");
        result.Retryable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_shorter_than_it_was_said_to_be_is_no_answer()
    {
        await using var server = RawServer.SaysAndLeaves($"{Ok}Content-Length: 500\r\n\r\n{{\"items\":[]}}");

        (await server.AskAsync(Long)).Error!.ShouldStartWith("cluster 'default' broke off in the middle of its answer: ");
    }

    [Fact]
    public async Task A_body_that_stops_half_way_costs_one_timeout()
    {
        await using var server = RawServer.Says($"{Ok}Content-Length: 500\r\n\r\n{{\"items\":[");
        var time = new ManualTime();
        var asking = server.AskAsync(TimeSpan.FromSeconds(10), time);

        await Eventually.TrueAsync(
            () =>
            {
                if (server.Requests == 1)
                    time.Advance(TimeSpan.FromSeconds(1));
                return asking.IsCompleted;
            },
            "the request has timed out", cancellation: TestContext.Current.CancellationToken);

        (await asking).Error.ShouldBe("cluster 'default' did not answer within 10 s");
    }

    [Fact]
    public async Task What_is_not_http_is_not_an_api()
    {
        await using var server = RawServer.SaysAndLeaves("SSH-2.0-OpenSSH_9.2\r\n");

        (await server.AskAsync(Long)).Error!.ShouldStartWith("cluster 'default' could not be reached: ");
    }
}
