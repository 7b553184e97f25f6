using System.Net;
using System.Text.Json;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Gateway;

public sealed class OpenApiTests : IAsyncLifetime
{
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayUnderTest.StartAsync();
        _gateway.Incidents.Add(Samples.In(IncidentStatus.AwaitingProposalApproval), 1, Samples.Entries());
        _gateway.Incidents.Add(Samples.Output);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Every_operation_of_the_service_is_described()
    {
        var operations = (await DocumentAsync()).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));

        operations.ShouldBe(
            [
                "POST /webhooks/alertmanager", "POST /api/v1/alerts", "GET /api/v1/incidents", "GET /api/v1/incidents/{id}",
                "GET /api/v1/incidents/{id}/blobs/{hash}", "POST /api/v1/incidents/{id}/approve", "POST /api/v1/incidents/{id}/reject",
                "POST /api/v1/incidents/{id}/ignore", "POST /api/v1/incidents/{id}/escalate", "POST /api/v1/incidents/{id}/take-over",
                "POST /api/v1/incidents/{id}/rediagnose", "POST /api/v1/incidents/{id}/resolve", "GET /api/v1/events",
                "GET /api/v1/incidents/{id}/events", "GET /api/v1/plugins", "GET /api/v1/plugins/{name}",
                "POST /api/v1/plugins/{name}/disable", "POST /api/v1/plugins/{name}/enable", "GET /api/v1/settings",
                "GET /api/v1/settings/{key}", "PUT /api/v1/settings/{key}", "DELETE /api/v1/settings/{key}",
                "POST /api/v1/exceptions", "GET /api/v1/playbooks", "GET /api/v1/playbooks/{id}", "PUT /api/v1/playbooks/{id}",
                "DELETE /api/v1/playbooks/{id}", "GET /api/v1/playbooks/{id}/history", "GET /api/v1/playbooks/{id}/record", "POST /api/v1/playbooks/validate",
                "POST /api/v1/playbooks/test", "GET /api/v1/error-classes", "PUT /api/v1/error-classes",
                "GET /api/v1/settings/{key}/history", "GET /api/v1/policy", "POST /api/v1/policy/stop", "POST /api/v1/policy/resume",
                "GET /api/v1/policy/remembered", "POST /api/v1/policy/remembered", "DELETE /api/v1/policy/remembered/{remembered}",
                "GET /api/v1/policy/shadow", "GET /api/v1/approvals", "GET /api/v1/audit", "POST /api/v1/changes", "GET /metrics", "GET /livez", "GET /readyz", "GET /healthz",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Every_operation_answers_as_it_is_described()
    {
        foreach (var path in (await DocumentAsync()).GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                foreach (var body in new[] { null, "{}", "{", """{"value":"30s","reason":"slow"}""", $$"""{"incident":"{{Samples.Id.Value}}","action":"a1","days":"3","reason":"often"}""", """{"name":"A","card":"proposal/1","version":"4","alerts":[]}""" })
                    await ShouldBeDescribedAsync(path.Name, operation, body);
            }
        }
    }

    [Fact]
    public async Task Bodies_say_what_is_required_and_which_values_there_are()
    {
        var document = await DocumentAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var approve = document.GetProperty("paths").GetProperty("/api/v1/incidents/{id}/approve").GetProperty("post")
            .GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        approve.GetProperty("required").EnumerateArray().Select(field => field.GetString()).ShouldBe(["card"]);
        schemas.GetProperty("IncidentStatus").GetProperty("enum").EnumerateArray().Select(value => value.GetString()).ShouldContain("awaiting_proposal_approval");
        schemas.TryGetProperty("ProblemDetails", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        var document = await DocumentAsync();
        foreach (var reference in References(document))
        {
            var place = document;
            foreach (var step in reference.TrimStart('#', '/').Split('/'))
                place.TryGetProperty(step, out place).ShouldBeTrue(reference);
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private async Task ShouldBeDescribedAsync(string path, JsonProperty operation, string? body)
    {
        var address = path.Replace("{id}", Samples.Id.Value, StringComparison.Ordinal).Replace("{hash}", Samples.Output.Hash, StringComparison.Ordinal)
            .Replace("{remembered}", "inc-1-a1", StringComparison.Ordinal).Replace("{key}", "my_plugin.timeout", StringComparison.Ordinal).Replace("{name}", "k8s.list_pods", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(operation.Name), address) { Content = body is null || operation.Name == "get" ? null : Answers.Json(body) };
        using var answer = await _gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        operation.Value.GetProperty("responses").TryGetProperty(status, out var described).ShouldBeTrue($"{operation.Name} {path} answered {status} to {body}");
        if (answer.StatusCode is not (HttpStatusCode.NotModified or HttpStatusCode.NoContent))
            described.GetProperty("content").EnumerateObject().Select(type => type.Name).ShouldContain(answer.Content.Headers.ContentType!.MediaType!);
    }

    private async Task<JsonElement> DocumentAsync() =>
        await (await _gateway.Client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).JsonAsync();
}
