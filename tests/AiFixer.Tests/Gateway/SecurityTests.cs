using System.Net;
using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Gateway;

public sealed class SecurityTests : IAsyncLifetime
{
    private const string Token = "webhook-token-0001";
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayUnderTest.StartAsync(
            ("Gateway:ApiKeys:0:Name", "vera"), ("Gateway:ApiKeys:0:Key", KeyOf("viewer")), ("Gateway:ApiKeys:0:Role", "viewer"),
            ("Gateway:ApiKeys:1:Name", "otto"), ("Gateway:ApiKeys:1:Key", KeyOf("operator")), ("Gateway:ApiKeys:1:Role", "Operator"),
            ("Gateway:ApiKeys:2:Name", "anna"), ("Gateway:ApiKeys:2:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(KeyOf("approver"))))), ("Gateway:ApiKeys:2:Role", "approver"),
            ("Gateway:ApiKeys:3:Name", "ada"), ("Gateway:ApiKeys:3:Key", KeyOf("admin")), ("Gateway:ApiKeys:3:Role", "admin"),
            ("Gateway:Webhooks:Alertmanager:Token", Token));
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData(null, 401, 401, 401, 401, 401)]
    [InlineData("nobody", 401, 401, 401, 401, 401)]
    [InlineData("viewer", 200, 403, 403, 403, 403)]
    [InlineData("operator", 200, 200, 200, 200, 403)]
    [InlineData("approver", 200, 200, 200, 200, 200)]
    public async Task Each_role_may_do_what_it_may(string? who, int read, int webhook, int alert, int ignore, int approve)
    {
        using var client = _gateway.NewClient(who is null ? null : KeyOf(who));

        await ShouldAnswerAsync(client, HttpMethod.Get, "/api/v1/incidents", null, read);
        await ShouldAnswerAsync(client, HttpMethod.Get, "/openapi/v1.json", null, read);
        await ShouldAnswerAsync(client, HttpMethod.Post, "/webhooks/alertmanager", """{"version":"4","alerts":[]}""", webhook);
        await ShouldAnswerAsync(client, HttpMethod.Post, "/api/v1/alerts", """{"name":"A"}""", alert);
        await ShouldAnswerAsync(client, HttpMethod.Post, $"/api/v1/incidents/{Samples.Id}/ignore", "{}", ignore);
        await ShouldAnswerAsync(client, HttpMethod.Post, $"/api/v1/incidents/{Samples.Id}/approve", """{"card":"proposal/1"}""", approve);
    }

    [Theory]
    [InlineData("viewer", 200, 403)]
    [InlineData("approver", 200, 403)]
    [InlineData("admin", 200, 200)]
    public async Task Settings_and_what_may_run_are_for_administrators(string who, int read, int change)
    {
        using var client = _gateway.NewClient(KeyOf(who));

        await ShouldAnswerAsync(client, HttpMethod.Get, "/api/v1/plugins/k8s.list_pods", null, read);
        await ShouldAnswerAsync(client, HttpMethod.Get, "/api/v1/settings", null, change);
        await ShouldAnswerAsync(client, HttpMethod.Put, "/api/v1/settings/my_plugin.timeout", """{"value":"30s"}""", change);
        await ShouldAnswerAsync(client, HttpMethod.Get, "/api/v1/settings/my_plugin.timeout/history", null, change);
        await ShouldAnswerAsync(client, HttpMethod.Post, "/api/v1/plugins/k8s.list_pods/disable", """{"reason":"it hurts"}""", change);
        await ShouldAnswerAsync(client, HttpMethod.Post, "/api/v1/plugins/k8s.list_pods/enable", "{}", change);
    }

    [Theory]
    [InlineData("POST", "/api/v1/plugins")]
    [InlineData("PUT", "/api/v1/plugins/evil")]
    [InlineData("POST", "/api/v1/plugins/upload")]
    [InlineData("PUT", "/api/v1/plugins/..%2f..%2fcustom_plugins%2fevil.dll")]
    [InlineData("POST", "/custom_plugins/evil.dll")]
    public async Task Nobody_can_send_a_plugin_whoever_asks(string method, string path)
    {
        using var client = _gateway.NewClient(KeyOf("admin"));
        using var content = new MultipartFormDataContent { { new ByteArrayContent("MZ"u8.ToArray()), "file", "../custom_plugins/evil.dll" } };
        using var request = new HttpRequestMessage(new(method), path) { Content = content };

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task The_webhooks_own_token_opens_the_webhook_and_nothing_else()
    {
        using var client = _gateway.NewClient(Token);

        await ShouldAnswerAsync(client, HttpMethod.Post, "/webhooks/alertmanager", """{"version":"4","alerts":[]}""", 200);
        await ShouldAnswerAsync(client, HttpMethod.Post, "/api/v1/alerts", """{"name":"A"}""", 401);
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task Probes_need_no_key(string path) =>
        (await _gateway.Client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_browser_signs_in_with_a_key_and_stays_signed_in()
    {
        var browser = new TestBrowser(_gateway);
        var away = await browser.GetAsync($"/incidents/{Samples.Id}");
        away.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await browser.GetAsync(away.Headers.Location!.OriginalString);
        var wrong = await browser.SubmitAsync("/sign-in", ("key", "wrong-key-wrong-key"));
        var right = await browser.SubmitAsync("/sign-in", ("key", KeyOf("approver")), ("returnTo", $"/incidents/{Samples.Id}"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        right.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = right.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("aifixer=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        (await (await browser.GetAsync(right.Headers.Location!.OriginalString)).TextAsync()).ShouldContain("anna");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_leads_to_our_own_pages_alone(string address)
    {
        var browser = new TestBrowser(_gateway);
        await browser.GetAsync("/sign-in");

        var answer = await browser.SubmitAsync("/sign-in", ("key", KeyOf("viewer")), ("returnTo", address));

        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:9999")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_page_changes_nothing(string header, string value)
    {
        await using var local = await GatewayUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/alerts") { Content = Answers.Json("""{"name":"A"}""") };
        request.Headers.Add(header, value);

        await (await local.Client.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        local.Incidents.Reported.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("10.0.0.1:8080", HttpStatusCode.BadRequest)]
    [InlineData("localhost:8080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    public async Task Without_keys_only_the_machines_own_names_are_answered(string host, HttpStatusCode status)
    {
        await using var local = await GatewayUnderTest.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/incidents");
        request.Headers.Host = host;

        (await local.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("Forwarded", "for=192.0.2.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Real-IP", "192.0.2.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Without_keys_nobody_comes_in_through_a_proxy(string header, string value)
    {
        await using var local = await GatewayUnderTest.StartAsync();

        (await AskThroughProxyAsync(local, header, value)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task With_keys_a_proxy_may_stand_between() =>
        (await AskThroughProxyAsync(_gateway, "X-Forwarded-For", "192.0.2.1")).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Every_answer_forbids_browsers_what_is_not_needed()
    {
        var answer = await _gateway.Client.GetAsync("/sign-in", TestContext.Current.CancellationToken);

        var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task No_answer_shows_a_key()
    {
        using var client = _gateway.NewClient(KeyOf("approver"));
        foreach (var path in new[] { "/", $"/incidents/{Samples.Id}", "/openapi/v1.json", "/api/v1/plugins" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html, */*");
            (await (await client.SendAsync(request, TestContext.Current.CancellationToken)).TextAsync()).ShouldNotContain(KeyOf("approver"));
        }
    }

    private static async Task<HttpResponseMessage> AskThroughProxyAsync(GatewayUnderTest gateway, string header, string value)
    {
        using var client = gateway.NewClient(KeyOf("viewer"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/incidents");
        request.Headers.Add(header, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string KeyOf(string who) => $"key-of-the-{who}-0001";

    private static async Task ShouldAnswerAsync(HttpClient client, HttpMethod method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : Answers.Json(body) };
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, $"{method} {path}");
        if (status >= 400)
            await answer.ShouldBeProblemAsync((HttpStatusCode)status);
    }
}
