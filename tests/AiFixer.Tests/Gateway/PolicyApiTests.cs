using System.Net;
using System.Text;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.PolicyApi;

namespace AiFixer.Tests.Gateway;

public sealed class PolicyApiTests : IAsyncLifetime
{
    private GatewayUnderTest gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task The_policy_tells_its_rules_and_what_is_left_of_its_budgets()
    {
        var policy = await (await gateway.Client.GetAsync("/api/v1/policy", Stop)).JsonAsync();

        policy.GetProperty("mode").GetString().ShouldBe("review");
        policy.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()).ShouldContain("kill-switch");
        policy.GetProperty("budgets")[0].GetProperty("left").GetInt64().ShouldBe(7);
        policy.TryGetProperty("stopped", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Stopping_says_who_and_why_until_somebody_lets_it_go_on()
    {
        var stopped = await (await PostAsync("/api/v1/policy/stop", """{"reason":"It restarts the wrong thing."}""")).JsonAsync();
        stopped.GetProperty("stopped").GetProperty("reason").GetString().ShouldBe("It restarts the wrong thing.");
        (await gateway.Client.GetStringAsync("/policy", Stop)).ShouldContain("AiFixer is stopped");

        var resumed = await (await PostAsync("/api/v1/policy/resume", """{"reason":"Found it."}""")).JsonAsync();

        resumed.TryGetProperty("stopped", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Stopping_wants_a_reason() =>
        (await PostAsync("/api/v1/policy/stop", "{}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_is_remembered_is_listed_and_can_be_taken_back()
    {
        gateway.Incidents.Add(WithRisk(AiFixer.Plugins.PluginRisk.Medium));

        var made = await (await PostAsync("/api/v1/policy/remembered", Remember("7"))).JsonAsync();

        made.GetProperty("name").GetString().ShouldBe("checkout");
        (await (await gateway.Client.GetAsync("/api/v1/policy/remembered", Stop)).JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await PostAsync("/api/v1/policy/remembered", Remember("7"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await gateway.Client.DeleteAsync($"/api/v1/policy/remembered/{made.GetProperty("id").GetString()}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await gateway.Client.GetAsync("/api/v1/policy/remembered", Stop)).JsonAsync()).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("0", HttpStatusCode.Conflict)]
    [InlineData("31", HttpStatusCode.Conflict)]
    [InlineData("soon", HttpStatusCode.BadRequest)]
    public async Task What_is_remembered_ends_within_a_month(string days, HttpStatusCode status)
    {
        gateway.Incidents.Add(WithRisk(AiFixer.Plugins.PluginRisk.Medium));

        (await PostAsync("/api/v1/policy/remembered", Remember(days))).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task High_risk_is_never_remembered()
    {
        gateway.Incidents.Add(WithRisk(AiFixer.Plugins.PluginRisk.High));

        (await PostAsync("/api/v1/policy/remembered", Remember("7"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_shadow_report_tells_what_people_did_instead()
    {
        var incident = Samples.In(IncidentStatus.Ignored) with
        {
            Shadows = [new(1, PolicyOutcome.AutoExecute, "rollback deployment shop/checkout", Samples.Now)],
        };
        gateway.Incidents.Add(incident);

        var report = await (await gateway.Client.GetAsync("/api/v1/policy/shadow", Stop)).JsonAsync();

        report.GetProperty("wouldRun").GetInt32().ShouldBe(1);
        report.GetProperty("items")[0].GetProperty("instead").GetString()!.ShouldContain("A drill.");
        (await gateway.Client.GetStringAsync("/shadow", Stop)).ShouldContain("rollback deployment shop/checkout");
    }

    [Fact]
    public async Task Questions_that_wait_are_listed_with_who_approved_already()
    {
        var incident = Samples.In(IncidentStatus.AwaitingProposalApproval);
        gateway.Incidents.Add(incident with { Cards = [incident.Cards[0] with { Needed = 2, ApprovedBy = [Samples.Alice] }] });

        var approvals = await (await gateway.Client.GetAsync("/api/v1/approvals", Stop)).JsonAsync();

        var question = approvals.GetProperty("waiting")[0];
        question.GetProperty("needed").GetInt32().ShouldBe(2);
        question.GetProperty("approvedBy")[0].GetString().ShouldBe("alice");
        approvals.GetProperty("load").GetProperty("open").GetInt32().ShouldBe(1);
        (await gateway.Client.GetStringAsync("/approvals", Stop)).ShouldContain("1 of 2");
    }

    [Fact]
    public async Task Of_very_many_questions_those_that_end_first_are_listed_and_the_others_counted()
    {
        var sample = Samples.In(IncidentStatus.AwaitingProposalApproval);
        for (var i = 0; i <= IncidentScan.Most; i++)
        {
            var asked = Samples.Now.AddMinutes(i);
            gateway.Incidents.Add(sample with
            {
                Id = IncidentId.Create(asked, i),
                OpenedAt = asked,
                Task = new OpenTask("t9", TaskKind.AwaitApproval, asked.AddHours(1), Subject: sample.Cards[0].Id),
                Cards = [sample.Cards[0] with { AskedAt = asked, ExpiresAt = asked.AddHours(1) }],
            });
        }

        var approvals = await (await gateway.Client.GetAsync("/api/v1/approvals", Stop)).JsonAsync();

        approvals.GetProperty("more").GetInt32().ShouldBe(1);
        approvals.GetProperty("waiting").GetArrayLength().ShouldBe(IncidentScan.Most);
        approvals.GetProperty("waiting")[0].GetProperty("incident").GetString().ShouldBe(IncidentId.Create(Samples.Now, 0).Value);
        (await gateway.Client.GetStringAsync("/approvals", Stop)).ShouldContain("And 1 more");
    }

    [Fact]
    public async Task A_refused_grant_is_an_alarm_on_the_incidents_page()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.Escalated) with
        {
            RefusedGrants = [new("g1", "a1", GrantFault.Forged, "Its grant is not as it was signed.", Samples.Now)],
        });

        (await gateway.Client.GetStringAsync($"/incidents/{Samples.Id}", Stop)).ShouldContain("Its grant is not as it was signed.");
    }

    [Fact]
    public async Task What_is_different_from_what_was_approved_before_is_shown()
    {
        var incident = Samples.In(IncidentStatus.AwaitingProposalApproval);
        var action = incident.Actions[0];
        var before = action with { Id = "a0", Round = 0, Status = ActionStatus.Stale, Plan = action.Plan! with { Diff = "-image: web:3", Target = action.Plan.Target with { Uid = "gone" } } };
        gateway.Incidents.Add(incident with { Actions = [before, action] });

        var page = await gateway.Client.GetStringAsync($"/incidents/{Samples.Id}", Stop);

        page.ShouldContain("Different from what was approved before");
        page.ShouldContain("-identity gone");
    }

    [Theory]
    [InlineData("jsonl", "application/x-ndjson")]
    [InlineData("csv", "text/csv")]
    public async Task The_record_is_exported_with_a_line_for_every_entry(string format, string type)
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.Resolved), 6, Samples.Entries());

        using var answer = await gateway.Client.GetAsync($"/api/v1/audit?format={format}", Stop);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var lines = (await answer.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Samples.Entries().Length + (format == "csv" ? 1 : 0));
        lines[^1].ShouldContain(Samples.Id.Value);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+x", "'+x")]
    [InlineData("@x", "'@x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("plain", "plain")]
    public void A_field_of_the_export_is_text_whatever_a_spreadsheet_would_make_of_it(string text, string field) =>
        CsvLine.Field(text).ShouldBe(field);

    private static Incident WithRisk(AiFixer.Plugins.PluginRisk risk)
    {
        var incident = Samples.In(IncidentStatus.AwaitingProposalApproval);
        return incident with { Actions = incident.Actions.ConvertAll(action => action with { Traits = action.Traits with { Risk = risk } }) };
    }

    private static string Remember(string days) =>
        $$"""{"incident":"{{Samples.Id.Value}}","action":"a1","days":"{{days}}","reason":"It happens every night."}""";

    private Task<HttpResponseMessage> PostAsync(string path, string json) =>
        gateway.Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), Stop);
}
