using System.Net;

namespace AiFixer.Tests.Gateway;

/// <summary>Known programs take the short way and everybody else the ordinary one: both must lead to the same.</summary>
public sealed class IntakeLaneTests
{
    private const string Key = "key-of-the-operator-1";
    private const string Token = "webhook-token-0001";

    [Theory]
    [InlineData("/webhooks/alertmanager", """{"version":"4","alerts":[{"status":"firing","labels":{"alertname":"A"}}]}""")]
    [InlineData("/api/v1/alerts", """{"name":"A"}""")]
    public async Task Both_ways_give_the_same_answer(string path, string body)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();

        var brief = await SendAsync(gateway, path, body);
        // A browser's own page: the ordinary way.
        var ordinary = await SendAsync(gateway, path, body, ("Sec-Fetch-Site", "same-origin"));

        brief.StatusCode.ShouldBe(HttpStatusCode.OK);
        ordinary.StatusCode.ShouldBe(HttpStatusCode.OK);
        brief.Headers.Contains("Content-Security-Policy").ShouldBeFalse();
        ordinary.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        brief.Content.Headers.ContentType.ShouldBe(ordinary.Content.Headers.ContentType);
        (await brief.TextAsync()).Length.ShouldBe((await ordinary.TextAsync()).Length);
        gateway.Incidents.Reported.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/webhooks/alertmanager", null, 401)]
    [InlineData("/webhooks/alertmanager", "nobody-knows-this-key", 401)]
    [InlineData("/webhooks/alertmanager", Token, 200)]
    [InlineData("/webhooks/alertmanager/", Token, 200)]
    [InlineData("/WEBHOOKS/alertmanager", Token, 200)]
    [InlineData("/webhooks/alertmanager", Key, 401)]
    public async Task With_a_token_and_no_keys_the_token_alone_opens_the_webhook(string path, string? secret, int status)
    {
        await using var gateway = await GatewayUnderTest.StartAsync(("Gateway:Webhooks:Alertmanager:Token", Token));
        using var client = gateway.NewClient(secret);

        var answer = await client.PostAsync(path, Answers.Json("""{"version":"4","alerts":[]}"""), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("X-Forwarded-For", "127.0.0.1", HttpStatusCode.BadRequest)]
    [InlineData("Via", "1.1 proxy", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    public async Task What_is_turned_away_everywhere_is_turned_away_here(string header, string value, HttpStatusCode status)
    {
        await using var gateway = await GatewayUnderTest.StartAsync();

        foreach (var path in new[] { "/webhooks/alertmanager", "/api/v1/alerts" })
            await (await SendAsync(gateway, path, """{"name":"A"}""", (header, value))).ShouldBeProblemAsync(status);
        gateway.Incidents.Reported.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_to_a_program_says_what_it_is_and_how_long()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();

        var answer = await SendAsync(gateway, "/api/v1/alerts", """{"name":"A"}""");

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Content.Headers.ContentLength.ShouldBe((await answer.TextAsync()).Length);
    }

    private static async Task<HttpResponseMessage> SendAsync(GatewayUnderTest gateway, string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Answers.Json(body) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
