using System.Net;
using AiFixer.Plugins;
using AiFixer.Plugins.Connections;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Services;

/// <summary>What every service that is read over HTTP may do to us.</summary>
public sealed class ServiceTroubleTests
{
    private const string Up = """{"query":"sum(up)"}""";
    private const string Nothing = """{"status":"success","data":{"resultType":"vector","result":[]}}""";

    [Fact]
    public async Task A_page_instead_of_JSON_is_named_with_its_beginning()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Text("<html><body>Welcome</body>", HttpStatusCode.OK, "text/html"));

        var result = await service.RunAsync("prom.query", Up);

        result.Error!.ShouldStartWith("Prometheus 'default' answered with something else than JSON of its API (text/html)");
        result.Error!.ShouldContain("<html><body>Welcome");
    }

    [Theory]
    [InlineData("""{"status":"success"}""")]
    [InlineData("[]")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":["x"]}]}}""")]
    public async Task JSON_of_another_shape_is_no_answer(string json)
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(json));

        (await service.RunAsync("prom.query", Up)).Error!.ShouldContain("something else than JSON of its API");
    }

    [Fact]
    public async Task A_proxys_error_page_is_not_taken_for_the_services_words()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Text("<h1>Bad gateway</h1>", HttpStatusCode.BadGateway, "text/html"));

        var result = await service.RunAsync("loki.query", """{"query":"{a=\"b\"}"}""");

        (result.Error, result.Retryable).ShouldBe(("Loki 'default' has trouble of its own (502): <h1>Bad gateway</h1>", true));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        await using var endless = new EndlessServer();
        using var setup = Setup(endless.Url, o => o.MaxAnswerBytes = 100_000);

        var result = await RunAsync(setup);

        result.Error.ShouldBe("Prometheus 'default' answered with more than 100000 bytes: ask for less");
        setup.Connections.All.Single(c => c.Family == "prometheus").State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    public async Task Half_an_answer_is_a_broken_connection()
    {
        await using var half = new EndlessServer(stopAfter: 1000);
        using var setup = Setup(half.Url, _ => { });

        (await RunAsync(setup)).Error!.ShouldStartWith("Prometheus 'default' could not be reached:");
    }

    [Fact]
    public async Task Nobody_there_is_said_with_the_name_of_the_connection()
    {
        using var setup = Setup(new($"http://127.0.0.1:{FreePort.Next()}"), _ => { });

        var result = await RunAsync(setup);

        result.Error!.ShouldStartWith("Prometheus 'default' could not be reached:");
        result.Retryable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_silent_service_costs_one_timeout_and_is_left_alone_then()
    {
        using var service = new ScriptedService((_, _) => new TaskCompletionSource<HttpResponseMessage>().Task);
        var asking = service.RunAsync("prom.query", Up);
        await Eventually.TrueAsync(
            () =>
            {
                service.Time.Advance(TimeSpan.FromSeconds(1));
                return asking.IsCompleted;
            },
            "it has timed out", cancellation: TestContext.Current.CancellationToken);

        (await asking).Error.ShouldBe("Prometheus 'default' did not answer within 10 s");
        (await service.RunAsync("prom.query", Up)).Error!.ShouldStartWith("Prometheus 'default' was not asked: it is taken for dead until");
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_file_that_was_replaced_is_read_again_when_the_old_token_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("token"), "old\n");
        using var service = new ScriptedService(
            (request, _) =>
            {
                if (request.Headers.Authorization!.Parameter == "new")
                    return ScriptedService.Json(Nothing);
                File.WriteAllText(folder.File("token"), "new\n");
                return ScriptedService.Text("denied", HttpStatusCode.Unauthorized);
            },
            o => o.Prometheus["default"].TokenFile = folder.File("token"));

        (await service.RunAsync("prom.query", Up)).Success.ShouldBeTrue();

        service.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_and_tenants_go_into_headers()
    {
        var seen = new List<string>();
        using var service = new ScriptedService(
            (request, _) =>
            {
                seen.AddRange(request.Headers.Where(h => h.Key is "Authorization" or "X-Key" or "X-Scope-OrgID").Select(h => $"{h.Key}: {h.Value.Single()}"));
                return ScriptedService.Json(Nothing);
            },
            o =>
            {
                var options = o.Prometheus["default"];
                (options.User, options.Password, options.KeyHeader, options.ApiKey) = ("ann", "pw", "X-Key", "k");
                options.Headers["X-Scope-OrgID"] = "tenant";
            });

        await service.AskAsync("prom.query", Up);

        seen.ShouldBe(["Authorization: Basic YW5uOnB3", "X-Key: k", "X-Scope-OrgID: tenant"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_throttles_for_a_moment_is_asked_again()
    {
        var times = 0;
        using var service = new ScriptedService((_, _) =>
        {
            var throttled = ScriptedService.Text("slow down", HttpStatusCode.TooManyRequests);
            throttled.Headers.RetryAfter = new(TimeSpan.Zero);
            return ++times == 1 ? throttled : ScriptedService.Json(Nothing);
        });

        (await service.RunAsync("prom.query", Up)).Success.ShouldBeTrue();
        times.ShouldBe(2);
    }

    [Theory]
    [InlineData("prom.query", "Plugins:Prometheus:default:Url")]
    [InlineData("loki.query", "Plugins:Loki:default:Url")]
    [InlineData("traces.search", "Plugins:Jaeger:default:Url (or Plugins:SigNoz:default:Url)")]
    [InlineData("signoz.gold_metrics", "Plugins:SigNoz:default:Url")]
    [InlineData("sentry.get_issue", "Plugins:Sentry:default:Url")]
    [InlineData("db.insights", "Plugins:Insights:default:Url")]
    [InlineData("changes.recent", "Plugins:Changes:default:Url")]
    public async Task What_is_not_configured_names_the_keys(string plugin, string key)
    {
        using var setup = PluginSetup.Create(new(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

        var result = await setup.Host.RunAsync(plugin, new("{}", "I", null, "t", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

        result.Error!.ShouldStartWith($"{plugin} is not configured: {key}");
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        var options = new PluginsOptions
        {
            Prometheus =
            {
                ["a b"] = new() { Url = "https://x" },
                ["none"] = new(),
                ["leak"] = new() { Url = "http://prometheus.example", Token = "secret" },
                ["inside"] = new() { Url = "https://ann:pw@prometheus.example" },
                ["both"] = new() { Url = "https://x", Token = "t", User = "u", Password = "p" },
                ["half"] = new() { Url = "https://x", User = "u", ApiKey = "k", TokenFile = "/nowhere/token" },
                ["odd"] = new() { Url = "https://x?y=1", RequestTimeout = TimeSpan.Zero, MaxConcurrentRequests = 0, MaxAnswerBytes = 1, Headers = { ["Authorization"] = "x" } },
            },
            Sentry = { ["default"] = new() { Url = "https://sentry.io", Organization = "../x" } },
        };

        var problems = options.Problems();

        problems.Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]).ShouldBe(
            [
                "Plugins:Prometheus:a b", "Plugins:Prometheus:none:Url", "Plugins:Prometheus:leak:Url", "Plugins:Prometheus:inside:Url", "Plugins:Prometheus:both",
                "Plugins:Prometheus:half", "Plugins:Prometheus:half:User", "Plugins:Prometheus:half:KeyHeader", "Plugins:Prometheus:half:TokenFile",
                "Plugins:Prometheus:odd:Url", "Plugins:Prometheus:odd:Headers:Authorization", "Plugins:Prometheus:odd:RequestTimeout",
                "Plugins:Prometheus:odd:MaxConcurrentRequests", "Plugins:Prometheus:odd:MaxAnswerBytes", "Plugins:Sentry:default:Organization",
            ],
            ignoreOrder: true);
        problems.ShouldAllBe(p => !p.Contains("ann:pw"));
    }

    private static PluginSetup Setup(Uri url, Action<AiFixer.Plugins.Http.HttpConnectionOptions> configure)
    {
        var connection = new AiFixer.Plugins.Http.HttpConnectionOptions { Url = url.ToString() };
        configure(connection);
        var options = new PluginsOptions { Prometheus = { ["default"] = connection } };
        options.Host.ReadRetries = 0;
        return PluginSetup.Create(options, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
    }

    private static Task<PluginResult> RunAsync(PluginSetup setup) =>
        setup.Host.RunAsync("prom.query", new(Up, "I", null, "t", TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);
}
