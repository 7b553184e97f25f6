using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AiFixer.Cluster.Tests.Hosts;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Releases;

/// <summary>
/// This release beside one with another build of the contract: a letter has a field more, so has everything in it, and a
/// grain has a call more.
/// </summary>
public sealed class TwoReleasesTests(SharedPostgres postgres) : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_silo_understands_a_client_of_the_next_release()
    {
        var place = await PlaceAsync();
        await using var silo = await RunningSilo.StartAsync(place);

        var (reported, told) = await NextRelease.TalkAsync(place);

        reported.ShouldContain("Opened");
        told.ShouldContain("Accepted");
    }

    [Fact]
    public async Task A_silo_refuses_a_format_that_only_the_next_release_reads_and_says_why()
    {
        var place = await PlaceAsync();
        await using var silo = await RunningSilo.StartAsync(place);

        var (reported, told) = await NextRelease.TalkAsync(place, format: 2);

        reported.ShouldContain("Busy It is written in format 2, and this process reads 1 at most: it is older than the sender.");
        told.ShouldContain("Busy { Reason = It is written in format 2");
    }

    [Fact]
    public async Task A_gateway_understands_silos_of_the_next_release()
    {
        var place = await PlaceAsync();
        await using var silo = await NextRelease.StartSiloAsync(place);
        await using var gateway = GatewayProgram.Start(place);
        await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);

        (await gateway.AlertAsync("one")).StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var incident in await IncidentsAsync(gateway.Client))
            (await IgnoreAsync(gateway.Client, incident)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_gateway_passes_on_that_it_is_too_old_for_the_answer()
    {
        var place = await PlaceAsync();
        await using var silo = await NextRelease.StartSiloAsync(place, format: 2);
        await using var gateway = GatewayProgram.Start(place);
        await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);

        var answer = await gateway.AlertAsync("one");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("older than the sender");
    }

    [Fact]
    public async Task Silos_of_both_releases_share_the_incidents()
    {
        var (mine, its) = (await PlaceAsync(), await PlaceAsync());
        its = its with { Database = mine.Database };
        await using var silo = await RunningSilo.StartAsync(mine);
        await using var next = await NextRelease.StartSiloAsync(its, first: mine);
        await using var gateway = GatewayProgram.Start(its);
        await gateway.BecomesAsync("/readyz", HttpStatusCode.OK);

        for (var i = 0; i < 12; i++)
            (await gateway.AlertAsync($"shared-{i}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var incidents = await IncidentsAsync(silo.Client);
        incidents.Count.ShouldBe(12);
        foreach (var (i, incident) in incidents.Index())
            (await IgnoreAsync(i % 2 == 0 ? silo.Client : gateway.Client, incident)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<SiloPlace> PlaceAsync() => new(await postgres.CreateDatabaseAsync(), folder.Path);

    private static async Task<IReadOnlyList<string>> IncidentsAsync(HttpClient client)
    {
        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/incidents", Stop));
        return [.. list.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }

    private static Task<HttpResponseMessage> IgnoreAsync(HttpClient client, string incident) =>
        client.PostAsJsonAsync($"/api/v1/incidents/{incident}/ignore", new { reason = "a drill" }, Stop);
}
