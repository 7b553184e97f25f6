using System.Net;
using System.Text;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

public sealed class IntakeTests : IAsyncLifetime
{
    private const string Delivery = """{"version":"4","truncatedAlerts":0,"alerts":[{"status":"firing","labels":{"alertname":"A"}},{"status":"firing","labels":{"alertname":"B"}}]}""";

    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_delivery_is_answered_with_what_became_of_each_alert()
    {
        _gateway.Incidents.Receipt = (_, i) => i == 0 ? new(ReportOutcome.Opened, Samples.Id) : new(ReportOutcome.Repeated, Samples.Id);

        var answer = await PostAsync("/webhooks/alertmanager", Delivery);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldBe(
            $$"""{"received":2,"alerts":[{"outcome":"opened","incident":"{{Samples.Id}}"},{"outcome":"repeated","incident":"{{Samples.Id}}"}]}""");
    }

    [Fact]
    public async Task An_alert_that_cannot_be_mapped_is_taken_with_its_neighbours()
    {
        var answer = await PostAsync("/webhooks/alertmanager", """{"version":"4","alerts":[7,{"status":"firing","labels":{"alertname":"B"}}]}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _gateway.Incidents.Reported.Select(alert => alert.Alert.Name).ShouldBe(["unmapped alert", "B"]);
        _gateway.Incidents.Reported[0].Raw.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/webhooks/alertmanager", "not json", "body")]
    [InlineData("/webhooks/alertmanager", """{"version":"5","alerts":[]}""", "version")]
    [InlineData("/webhooks/alertmanager", """{"version":"4","alerts":7}""", "alerts")]
    [InlineData("/api/v1/alerts", "{", "body")]
    [InlineData("/api/v1/alerts", "[]", "body")]
    [InlineData("/api/v1/alerts", "7", "body")]
    public async Task A_wrong_body_is_refused_by_its_field(string path, string body, string field)
    {
        await (await PostAsync(path, body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);
        _gateway.Incidents.Reported.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_it_is_json_is_refused(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Delivery));
        content.Headers.ContentType = type is null ? null : new(type);

        var answer = await _gateway.Client.PostAsync("/webhooks/alertmanager", content, TestContext.Current.CancellationToken);

        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "Content-Type");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_one_megabyte_is_refused_whether_or_not_it_says_so(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/alertmanager") { Content = Answers.Json(new string(' ', 1024 * 1024) + Delivery) };
        request.Headers.TransferEncodingChunked = chunked;

        await (await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        _gateway.Incidents.Reported.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_queue_sends_the_whole_delivery_back()
    {
        _gateway.Incidents.Receipt = (_, i) => new(i == 1 ? ReportOutcome.Busy : ReportOutcome.Opened);

        var answer = await PostAsync("/webhooks/alertmanager", Delivery);

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_acknowledged_while_the_store_is_gone()
    {
        _gateway.Incidents.Gone = true;
        var gone = await PostAsync("/webhooks/alertmanager", Delivery);
        _gateway.Incidents.Gone = false;
        var back = await PostAsync("/webhooks/alertmanager", Delivery);

        await gone.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        gone.Headers.RetryAfter.ShouldNotBeNull();
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>It got 200 and a line in the log, and was gone.</summary>
    [Fact]
    public async Task An_alert_that_the_store_refuses_is_kept_as_it_was_sent_and_its_neighbours_are_not_sent_twice()
    {
        _gateway.Incidents.Receipt = (alert, _) => alert.Alert.Name == "A" ? new(ReportOutcome.Refused, null, "It has a bad byte.") : new(ReportOutcome.Opened, Samples.Id);

        var answer = await PostAsync("/webhooks/alertmanager", Delivery);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("outcome").GetString()).ShouldBe(["opened", "opened"]);
        _gateway.Incidents.Reported.Select(alert => alert.Alert.Name).ShouldBe(["A", "B", "unmapped alert"]);
        Encoding.UTF8.GetString(_gateway.Incidents.Reported[2].Raw!.Bytes.Span).ShouldBe("""{"status":"firing","labels":{"alertname":"A"}}""");
    }

    [Theory]
    [InlineData("/webhooks/alertmanager", Delivery, HttpStatusCode.ServiceUnavailable)]
    [InlineData("/api/v1/alerts", """[{"name":"A"},{"name":"B"}]""", HttpStatusCode.UnprocessableEntity)]
    public async Task A_delivery_of_which_not_even_that_can_be_kept_is_not_acknowledged(string path, string delivery, HttpStatusCode status)
    {
        _gateway.Incidents.Receipt = (alert, _) => alert.Alert.Name == "B" ? new(ReportOutcome.Opened, Samples.Id) : new(ReportOutcome.Refused, null, "It has a bad byte.");

        var problem = await (await PostAsync(path, delivery)).ShouldBeProblemAsync(status);

        problem.GetProperty("detail").GetString()!.ShouldContain("It has a bad byte.");
    }

    [Fact]
    public async Task With_an_idempotency_key_the_same_post_is_the_same_news()
    {
        await PostAsync("/api/v1/alerts", """{"name":"A"}""", "k1");
        _gateway.Time.Advance(TimeSpan.FromMinutes(1));
        await PostAsync("/api/v1/alerts", """{"name":"A"}""", "k1");
        await PostAsync("/api/v1/alerts", """{"name":"A"}""");

        var keys = _gateway.Incidents.Reported.Select(alert => alert.InboxKey).ToList();
        keys[0].ShouldBe(keys[1]);
        keys[2].ShouldNotBe(keys[0]);
    }

    [Fact]
    public async Task An_endless_idempotency_key_is_refused() =>
        await (await PostAsync("/api/v1/alerts", """{"name":"A"}""", new string('k', 201))).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "Idempotency-Key");

    [Theory]
    [InlineData("GET", "/webhooks/alertmanager", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/incidents", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/webhooks/alertmanager/x", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        await (await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(status);
    }

    [Fact]
    public async Task A_trailing_slash_is_no_redirect() =>
        (await PostAsync("/webhooks/alertmanager/", Delivery)).StatusCode.ShouldBe(HttpStatusCode.OK);

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Answers.Json(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
