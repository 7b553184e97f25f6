using System.Net;
using System.Text;

namespace AiFixer.Tests.Gateway;

public sealed class ArchivedIncidentTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private const string When = "was archived on 2026-11-21 at 03:14 UTC in INC-0.jsonl.gz";

    [Theory]
    [InlineData("/api/v1/incidents/{id}", "application/json")]
    [InlineData("/incidents/{id}", "text/html")]
    public async Task Reading_it_says_when_it_was_archived_and_where(string path, string accept)
    {
        await using var gateway = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path.Replace("{id}", Samples.Id.Value, StringComparison.Ordinal));
        request.Headers.Accept.ParseAdd(accept);

        using var answer = await gateway.Client.SendAsync(request, None);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync(None)).ShouldContain(When);
    }

    [Fact]
    public async Task A_decision_on_it_changes_nothing_and_says_so()
    {
        await using var gateway = await StartAsync();
        gateway.Incidents.Told.Clear();
        using var body = new StringContent("""{"card":"proposal/1"}""", Encoding.UTF8, "application/json");

        using var answer = await gateway.Client.PostAsync(new Uri($"/api/v1/incidents/{Samples.Id}/approve", UriKind.Relative), body, None);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync(None)).ShouldContain(When);
    }

    [Fact]
    public async Task One_that_never_was_is_not_found()
    {
        await using var gateway = await StartAsync();

        using var answer = await gateway.Client.GetAsync(new Uri("/api/v1/incidents/INC-00000000000000000", UriKind.Relative), None);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<GatewayUnderTest> StartAsync()
    {
        var gateway = await GatewayUnderTest.StartAsync();
        gateway.Incidents.Archived[Samples.Id] = new(Samples.Id, Samples.Now, "INC-0.jsonl.gz");
        return gateway;
    }
}
