using System.Net;
using System.Net.ServerSentEvents;
using AiFixer.Core;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Gateway;

public sealed class LiveTests
{
    [Fact]
    public async Task A_stream_begins_with_the_present_version_and_tells_changes_of_its_incident_alone()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        gateway.Incidents.Add(Samples.In(IncidentStatus.New), 7);
        using var answer = await OpenAsync(gateway, $"/api/v1/incidents/{Samples.Id}/events");
        await using var events = await ReadAsync(answer);

        (await NextAsync(events)).ShouldBe(("incident", $$"""{"id":"{{Samples.Id}}","version":7,"status":"new"}"""));
        gateway.Incidents.Change(new(IncidentId.Create(Samples.Now, 99), 1, IncidentStatus.New));
        gateway.Incidents.Change(new(Samples.Id, 8, IncidentStatus.Triaging));
        (await NextAsync(events)).ShouldBe(("incident", $$"""{"id":"{{Samples.Id}}","version":8,"status":"triaging"}"""));
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_lives()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var answer = await OpenAsync(gateway, "/api/v1/events");
        await using var events = await ReadAsync(answer);
        (await NextAsync(events)).Event.ShouldBe("heartbeat");

        await gateway.Time.TimersArmedAsync(1);
        gateway.Time.Advance(TimeSpan.FromSeconds(15));

        (await NextAsync(events)).Event.ShouldBe("heartbeat");
    }

    [Fact]
    public async Task There_are_only_so_many_streams_and_a_closed_one_makes_room()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(("Gateway:Limits:Streams", "1"));
        var first = await OpenAsync(gateway, "/api/v1/events");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);

        using (var second = await OpenAsync(gateway, "/api/v1/events"))
            await second.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        first.Dispose();

        await TestSupport.Eventually.TrueAsync(
            async () =>
            {
                using var third = await OpenAsync(gateway, "/api/v1/events");
                return third.StatusCode == HttpStatusCode.OK;
            },
            "a stream is free again",
            cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Streams_end_when_the_service_stops()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        using var answer = await OpenAsync(gateway, "/api/v1/events");
        await using var events = await ReadAsync(answer);
        await NextAsync(events);

        gateway.Stop();

        (await events.MoveNextAsync().AsTask().WaitAsync(TestSupport.Eventually.DefaultLimit, TimeProvider.System, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> OpenAsync(GatewayUnderTest gateway, string path) =>
        gateway.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    private static async Task<IAsyncEnumerator<SseItem<string>>> ReadAsync(HttpResponseMessage answer) =>
        SseParser.Create(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private static async Task<(string Event, string Data)> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        (await events.MoveNextAsync().AsTask().WaitAsync(TestSupport.Eventually.DefaultLimit, TimeProvider.System, TestContext.Current.CancellationToken)).ShouldBeTrue();
        return (events.Current.EventType, events.Current.Data);
    }
}
