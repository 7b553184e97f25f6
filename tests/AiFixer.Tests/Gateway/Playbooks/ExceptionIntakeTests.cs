using System.Net;
using System.Net.Http.Json;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway.Playbooks;

public sealed class ExceptionIntakeTests : IAsyncLifetime
{
    private const string Path = "/api/v1/exceptions";
    private GatewayUnderTest gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task An_exception_becomes_an_alert_with_its_class()
    {
        using var answer = await PostAsync("""{"task_name":"run_auto_import_task","message":"could not translate host name \"momo-db\"","traceback":"Traceback …","severity":"P2"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetProperty("alerts")[0].GetProperty("outcome").GetString().ShouldBe("opened");
        var alert = gateway.Incidents.Reported.ShouldHaveSingleItem().Alert;
        (alert.Source, alert.Class, alert.Severity).ShouldBe(("exception", ErrorClass.DnsFail, Severity.P2));
    }

    [Theory]
    [InlineData("""{"message":"m"}""", "task_name")]
    [InlineData("""{"task_name":"a"}""", "message")]
    [InlineData("""{"task_name":"a","message":"m","severity":"awful"}""", "severity")]
    [InlineData("""{"task_name":7,"message":"m"}""", "task_name")]
    [InlineData("""[]""", "body")]
    [InlineData("""{""", "body")]
    public async Task What_is_wrong_is_named_by_its_field(string body, string field)
    {
        using var answer = await PostAsync(body);

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);
        gateway.Incidents.Reported.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_queue_is_503_so_that_it_is_sent_again()
    {
        gateway.Incidents.Receipt = (_, _) => new(ReportOutcome.Busy, Reason: "The queue is full.");

        using var answer = await PostAsync("""{"task_name":"a","message":"m"}""");

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task What_the_store_does_not_take_is_kept_as_it_was_sent()
    {
        gateway.Incidents.Receipt = (alert, _) => alert.Raw is null ? new(ReportOutcome.Refused, Reason: "bad bytes") : new(ReportOutcome.Opened, Samples.Id);

        using var answer = await PostAsync("""{"task_name":"a","message":"m"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        gateway.Incidents.Reported[^1].Alert.RawPayload.ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_in_the_api_document()
    {
        var document = await gateway.Client.GetFromJsonAsync<System.Text.Json.JsonElement>("/openapi/v1.json", Stop);

        document.GetProperty("paths").GetProperty(Path).GetProperty("post").GetProperty("requestBody").ToString().ShouldContain("task_name");
    }

    private Task<HttpResponseMessage> PostAsync(string body) => gateway.Client.PostAsync(Path, Answers.Json(body), Stop);
}
