using System.Net;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

public sealed class IncidentApiTests : IAsyncLifetime
{
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        for (var i = 0; i < 5; i++)
            _gateway.Incidents.Add(Samples.In(IncidentStatus.New, id: IncidentId.Create(Samples.Now.AddMinutes(i), i)));

        var first = await (await GetAsync("/api/v1/incidents?limit=3")).JsonAsync();
        var second = await (await GetAsync($"/api/v1/incidents?limit=3&before={first.GetProperty("next").GetString()}")).JsonAsync();

        first.GetProperty("items").GetArrayLength().ShouldBe(3);
        second.GetProperty("items").GetArrayLength().ShouldBe(2);
        second.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("status=resolved", 1)]
    [InlineData("status=resolved,awaiting_proposal_approval", 2)]
    [InlineData("status=resolved&status=escalated", 2)]
    [InlineData("severity=P3", 0)]
    [InlineData("severity=p1&text=crash", 12)]
    public async Task A_list_is_filtered(string query, int count)
    {
        foreach (var status in Enum.GetValues<IncidentStatus>())
            _gateway.Incidents.Add(Samples.In(status, id: IncidentId.Create(Samples.Now, (int)status)));

        (await (await GetAsync("/api/v1/incidents?" + query)).JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(count);
    }

    [Theory]
    [InlineData("status=burning", "status")]
    [InlineData("status=3", "status")]
    [InlineData("severity=P9", "severity")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=9999", "limit")]
    [InlineData("before=INC-1", "before")]
    public async Task A_wrong_filter_is_refused_by_its_field(string query, string field) =>
        await (await GetAsync("/api/v1/incidents?" + query)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);

    [Fact]
    public async Task An_incident_has_its_state_its_timeline_and_a_tag()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 7, Samples.Entries());

        var answer = await GetAsync($"/api/v1/incidents/{Samples.Id}");

        answer.Headers.ETag.ShouldNotBeNull().Tag.ShouldBe("\"7.3.0\"");
        var incident = await answer.JsonAsync();
        incident.GetProperty("status").GetString().ShouldBe("awaiting_proposal_approval");
        incident.GetProperty("openCard").GetString().ShouldBe("proposal/1");
        incident.GetProperty("actions")[0].GetProperty("plan").GetProperty("call").GetString().ShouldNotBeNull().ShouldStartWith("PATCH");
        incident.GetProperty("timeline").GetArrayLength().ShouldBe(12);
        incident.GetProperty("timeline")[0].GetProperty("type").GetString().ShouldBe("opened");
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.New), 7);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/incidents/{Samples.Id}");
        request.Headers.IfNoneMatch.Add(new("\"7.3.0\""));

        (await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/v1/incidents/INC-0000000000000000Z")]
    [InlineData("/api/v1/incidents/x")]
    [InlineData("/api/v1/incidents/x/events")]
    [InlineData("/api/v1/incidents/x/blobs/y")]
    public async Task An_incident_that_is_not_there_is_not_found(string path) =>
        await (await GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_blob_is_read_through_the_incident_that_refers_to_it_alone()
    {
        _gateway.Incidents.Add(Samples.Output);
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        var path = $"/api/v1/incidents/{Samples.Id}/blobs/{Samples.Output.Hash}";

        var known = await GetAsync(path);
        _gateway.Incidents.Add(Samples.In(IncidentStatus.New));
        var unknown = await GetAsync(path);

        known.Content.Headers.ContentType?.MediaType.ShouldBe("text/plain");
        (await known.TextAsync()).ShouldStartWith("2026-11-21T03:10:02Z panic");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("approve", """{"card":"proposal/1"}""", typeof(PersonInput.Approve))]
    [InlineData("reject", """{"card":"proposal/1","reason":"no"}""", typeof(PersonInput.Reject))]
    [InlineData("ignore", "{}", typeof(PersonInput.Ignore))]
    [InlineData("escalate", """{"to":"bob","reason":"hard"}""", typeof(PersonInput.Escalate))]
    [InlineData("take-over", null, typeof(PersonInput.TakeOver))]
    [InlineData("rediagnose", null, typeof(PersonInput.Rediagnose))]
    [InlineData("resolve", """{"note":"turned it off and on"}""", typeof(PersonInput.Resolve))]
    public async Task A_decision_reaches_its_incident(string verb, string? body, Type input)
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));

        var answer = await DecideAsync(verb, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetProperty("status").GetString().ShouldBe("proposing");
        var told = _gateway.Incidents.Told.ShouldHaveSingleItem();
        told.Input.ShouldBeOfType(input);
        ((PersonInput)told.Input).By.ShouldBe(new Person("local", "local", PersonRole.Admin));
    }

    [Theory]
    [InlineData(RefusalCode.AlreadyDecided, HttpStatusCode.Conflict)]
    [InlineData(RefusalCode.TooLate, HttpStatusCode.Conflict)]
    [InlineData(RefusalCode.Outdated, HttpStatusCode.Conflict)]
    [InlineData(RefusalCode.Closed, HttpStatusCode.Conflict)]
    [InlineData(RefusalCode.NotNow, HttpStatusCode.Conflict)]
    [InlineData(RefusalCode.NotAllowed, HttpStatusCode.Forbidden)]
    public async Task A_refusal_says_why(RefusalCode code, HttpStatusCode status)
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        _gateway.Incidents.Answer = new TellReceipt.Refused(new(code, "Because."));

        var problem = await (await DecideAsync("approve", """{"card":"proposal/1"}""")).ShouldBeProblemAsync(status, code: code.ToString());

        problem.GetProperty("detail").GetString().ShouldBe("Because.");
    }

    [Theory]
    [InlineData("approve", "{}", "card")]
    [InlineData("approve", """{"card":7}""", "card")]
    [InlineData("approve", "[]", "body")]
    [InlineData("approve", "null", "body")]
    [InlineData("ignore", """{"reason":{}}""", "reason")]
    public async Task A_wrong_decision_is_refused_by_its_field(string verb, string body, string field)
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        await (await DecideAsync(verb, body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);
        _gateway.Incidents.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_on_nothing_is_not_found() =>
        await (await DecideAsync("ignore", "{}")).ShouldBeProblemAsync(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_busy_incident_asks_to_be_asked_again()
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.New));
        _gateway.Incidents.Answer = new TellReceipt.Busy("Full.");

        var answer = await DecideAsync("ignore", "{}");

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\"1.3\"", HttpStatusCode.OK)]
    [InlineData("\"1.2\"", HttpStatusCode.OK)]
    [InlineData("\"0.3\", \"1.3\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"0.3\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"1.3\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"x\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("1.3", HttpStatusCode.PreconditionFailed)]
    public async Task A_decision_on_an_older_version_may_be_held_back(string tag, HttpStatusCode status)
    {
        _gateway.Incidents.Add(Samples.In(IncidentStatus.New));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/incidents/{Samples.Id}/ignore");
        request.Headers.TryAddWithoutValidation("If-Match", tag);

        (await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/livez", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/healthz", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/api/v1/incidents", HttpStatusCode.ServiceUnavailable)]
    public async Task Without_a_store_the_process_lives_but_is_not_ready(string path, HttpStatusCode status)
    {
        (await GetAsync(path == "/livez" ? path : "/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _gateway.Incidents.Gone = true;
        (await GetAsync(path)).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/livez", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/healthz", HttpStatusCode.ServiceUnavailable)]
    public async Task Without_a_lease_the_process_lives_but_is_not_ready(string path, HttpStatusCode status)
    {
        _gateway.Lease.ValidFor = TimeSpan.Zero;

        (await GetAsync(path)).StatusCode.ShouldBe(status);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _gateway.Client.GetAsync(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> DecideAsync(string verb, string? body) =>
        _gateway.Client.PostAsync($"/api/v1/incidents/{Samples.Id}/{verb}", body is null ? null : Answers.Json(body), TestContext.Current.CancellationToken);
}
