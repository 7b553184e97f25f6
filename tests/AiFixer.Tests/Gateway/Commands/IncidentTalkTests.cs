using System.Net;
using System.Text.Json;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Gateway.Commands;
using AiFixer.Gateway.Commands.Incidents;

namespace AiFixer.Tests.Gateway.Commands;

/// <summary><c>aifixer incident</c>, beside the whole gateway.</summary>
public sealed class IncidentTalkTests : IAsyncLifetime
{
    private const string Key = "approver-key-that-is-long-enough";
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();
    private GatewayUnderTest gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync(
        ("Gateway:ApiKeys:0:Name", "anna"), ("Gateway:ApiKeys:0:Key", Key), ("Gateway:ApiKeys:0:Role", "approver"));

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_list_has_a_line_for_each_of_the_wanted()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.Escalated, id: IncidentId.Create(Samples.Now, 1)));
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval, id: IncidentId.Create(Samples.Now, 2)));
        gateway.Incidents.Add(Samples.In(IncidentStatus.Resolved, id: IncidentId.Create(Samples.Now, 3)));

        (await RunAsync(talk => talk.ListAsync(["escalated", "awaiting_proposal_approval"], Stop))).ShouldBe(0);

        var lines = output.ToString().Trim().Split('\n');
        lines.Length.ShouldBe(2);
        lines.ShouldContain(line => line.Contains($"{IncidentId.Create(Samples.Now, 2)}  P1  awaiting_proposal_approval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Showing_tells_what_would_be_done_and_how_to_answer()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));

        (await RunAsync(talk => talk.ShowAsync(Samples.Id.Value, json: false, Stop))).ShouldBe(0);

        var shown = output.ToString();
        shown.ShouldContain("Diagnosis: ");
        shown.ShouldContain("PATCH ");
        shown.ShouldContain("Policy: ");
        shown.ShouldContain($"Asks: proposal/1. Answer with: aifixer incident approve {Samples.Id} proposal/1");
    }

    [Fact]
    public async Task Nothing_from_outside_steers_the_terminal()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.Escalated, text: "\u001b[2Jgone\u202e"));

        await RunAsync(talk => talk.ListAsync([], Stop));
        await RunAsync(talk => talk.ShowAsync(Samples.Id.Value, json: false, Stop));

        output.ToString().ShouldContain("gone");
        output.ToString().IndexOfAny(['\u001b', '\u202e']).ShouldBe(-1);
    }

    [Fact]
    public async Task Json_is_all_of_it()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 7, Samples.Entries());

        await RunAsync(talk => talk.ShowAsync(Samples.Id.Value, json: true, Stop));

        JsonSerializer.Deserialize<JsonElement>(output.ToString()).GetProperty("timeline").GetArrayLength().ShouldBe(12);
    }

    [Theory]
    [InlineData("approve", "")]
    [InlineData("reject", "not now")]
    public async Task An_answer_is_about_the_question_that_was_named(string verb, string reason)
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));

        (await RunAsync(talk => talk.AnswerAsync(Samples.Id.Value, verb, "proposal/1", reason, Stop))).ShouldBe(0, errors.ToString());

        var told = gateway.Incidents.Told.ShouldHaveSingleItem();
        told.Id.ShouldBe(Samples.Id);
        told.Input.By.Name.ShouldBe("anna");
        (told.Input is PersonInput.Approve { Card: "proposal/1" } ? "approve" : told.Input is PersonInput.Reject { Card: "proposal/1" } no && no.Reason == reason ? "reject" : "").ShouldBe(verb);
        output.ToString().Trim().ShouldBe($"{Samples.Id}: proposing");
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_with_its_reason()
    {
        gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval));
        gateway.Incidents.Answer = new TellReceipt.Refused(new(RefusalCode.TooLate, "The time to answer proposal/1 ended."));

        (await RunAsync(talk => talk.AnswerAsync(Samples.Id.Value, "approve", "proposal/1", "", Stop))).ShouldBe(1);

        errors.ToString().Trim().ShouldBe("aifixer: The time to answer proposal/1 ended.");
        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_not_there_is_said_so()
    {
        (await RunAsync(talk => talk.ShowAsync("INC-0000000000000000Z", json: false, Stop))).ShouldBe(1);

        errors.ToString().ShouldStartWith("aifixer: ");
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>hello</html>", "answers, and not as AiFixer does")]
    [InlineData(HttpStatusCode.BadGateway, "<html>hello</html>", "it answered 502")]
    [InlineData(HttpStatusCode.BadRequest, "[1]", "it answered 400")]
    [InlineData(HttpStatusCode.BadRequest, """{"detail":7}""", "it answered 400")]
    public async Task Whatever_answers_there_crashes_nothing(HttpStatusCode status, string body, string said)
    {
        using var client = new HttpClient(new Answering(status, body)) { BaseAddress = new("http://elsewhere.invalid/") };
        using var api = new ApiClient(client);

        (await new IncidentTalk(api, output, errors).ShowAsync("INC-1", json: false, Stop)).ShouldBe(1);

        errors.ToString().ShouldContain(said);
    }

    private async Task<int> RunAsync(Func<IncidentTalk, Task<int>> work)
    {
        using var client = gateway.NewClient(Key);
        using var api = new ApiClient(client);
        return await work(new(api, output, errors));
    }

    private sealed class Answering(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
