using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Cluster.Tests.Clients;

/// <summary>The gateway with <c>Engine=cluster</c>, and a silo that comes and goes.</summary>
public sealed class GatewayClientTests(SharedPostgres postgres) : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("localhost")]
    [InlineData("postgres")]
    public async Task It_starts_without_silos_passes_on_to_those_that_come_and_outlives_those_that_go(string membership)
    {
        var place = new SiloPlace(await postgres.CreateDatabaseAsync(), folder.Path) { Membership = membership };
        await using var gateway = GatewayProgram.Start(place);

        await gateway.BecomesAsync("/livez", HttpStatusCode.OK);
        (await gateway.Client.GetAsync("/readyz", Stop)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await gateway.AlertAsync("early")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        string incident;
        await using (await RunningSilo.StartAsync(place))
        {
            await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);
            (await gateway.AlertAsync("taken")).StatusCode.ShouldBe(HttpStatusCode.OK);
            incident = await IncidentAsync(gateway);
            (await LeasesAsync(place)).ShouldBe(1);
        }

        await gateway.BecomesAsync("/readyz", HttpStatusCode.ServiceUnavailable);
        (await gateway.Client.GetStringAsync("/api/v1/incidents", Stop)).ShouldContain(incident);
        (await gateway.Client.GetStringAsync($"/incidents/{incident}", Stop)).ShouldContain("taken");
        (await ClickAsync(gateway.Client, incident, "ignore")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await gateway.AlertAsync("lost")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await using (await RunningSilo.StartAsync(place))
        {
            await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);
            (await ClickAsync(gateway.Client, incident, "ignore")).StatusCode.ShouldBe(HttpStatusCode.OK);
            gateway.Process.Send(Signal.Terminate);
            (await gateway.Process.ExitedAsync()).ShouldBe(0);
        }
    }

    [Fact]
    public async Task It_can_be_stopped_before_there_is_a_silo()
    {
        await using var gateway = GatewayProgram.Start(new(await postgres.CreateDatabaseAsync(), folder.Path));
        await gateway.BecomesAsync("/livez", HttpStatusCode.OK);

        gateway.Process.Send(Signal.Terminate);

        (await gateway.Process.ExitedAsync()).ShouldBe(0);
        gateway.Process.Output.ShouldNotContain(line => line.StartsWith("crit:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_watches_at_the_gateway_sees_what_is_changed_at_a_silo()
    {
        var place = new SiloPlace(await postgres.CreateDatabaseAsync(), folder.Path);
        await using var silo = await RunningSilo.StartAsync(place);
        await using var gateway = GatewayProgram.Start(place);
        await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);
        await gateway.AlertAsync("watched");
        var incident = await IncidentAsync(gateway);
        using var answer = await gateway.Client.GetAsync($"/api/v1/incidents/{incident}/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        var events = SseParser.Create(await answer.Content.ReadAsStreamAsync(Stop)).EnumerateAsync(Stop);

        (await ClickAsync(silo.Client, incident, "ignore")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var ignored = await events.FirstAsync(one => one.Data.Contains("\"ignored\"", StringComparison.Ordinal), Stop)
            .AsTask().WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);
        ignored.Data.ShouldContain(incident);
    }

    private static async Task<string> IncidentAsync(GatewayProgram gateway)
    {
        using var list = JsonDocument.Parse(await gateway.Client.GetStringAsync("/api/v1/incidents", Stop));
        return list.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> ClickAsync(HttpClient client, string incident, string verb) =>
        client.PostAsJsonAsync($"/api/v1/incidents/{incident}/{verb}", new { reason = "a drill" }, Stop);

    private static async Task<long> LeasesAsync(SiloPlace place)
    {
        await using var source = NpgsqlDataSource.Create(place.Database);
        await using var command = source.CreateCommand("select count(distinct holder) from leases");
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
