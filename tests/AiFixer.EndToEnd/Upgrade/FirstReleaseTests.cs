using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Upgrade;

/// <summary>This release on a store of the first one, while senders go on sending.</summary>
public sealed class FirstReleaseTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Ten_thousand_incidents_half_of_them_open_lose_nothing(string provider)
    {
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = provider == "postgres" ? await postgres.CreateDatabaseAsync() : null };
        await FirstRelease.UnpackAsync(settings);
        var before = await StoredEntries.ReadAsync(settings);
        Dictionary<string, IncidentLine> after;
        await using (var gateway = GatewayProcess.Start(settings))
        {
            // The senders were there before it is.
            var traffic = new Traffic(gateway.Api, TestContext.Current.CancellationToken);
            await traffic.SendAsync([.. Enumerable.Range(5_000, 150).Select(i => $"app-{i}"), .. Enumerable.Range(0, 150).Select(i => $"fresh-{i}")]);
            traffic.Turned.ShouldBePositive();
            after = (await gateway.Api.AllAsync()).ToDictionary(line => line.Id);
            foreach (var incident in traffic.Taken.Values)
                after.ShouldContainKey(incident);
            await OldIncidentsGoOnAsync(gateway, after, traffic);
            await EverythingOpenIsInAPersonsHandsAsync(gateway);
        }

        after.Count.ShouldBe(FirstRelease.Incidents + 150);
        var entries = await StoredEntries.ReadAsync(settings);
        before.Count.ShouldBe(28_850);
        before.Where(entry => entries.GetValueOrDefault(entry.Key) != entry.Value).ShouldBeEmpty("every entry of the first release is as it was");
        var (code, output) = await GatewayProcess.RunAsync(settings, "verify-audit");
        code.ShouldBe(0, output);
    }

    /// <summary>What was open then is what the alerts of now belong to; what is new is new.</summary>
    private static async Task OldIncidentsGoOnAsync(GatewayProcess gateway, Dictionary<string, IncidentLine> all, Traffic traffic)
    {
        foreach (var (deployment, incident) in traffic.Taken.Where(taken => taken.Key.StartsWith("app-", StringComparison.Ordinal)))
            all[incident].Title.ShouldBe($"{deployment} has too few pods");
        var old = await gateway.Api.IncidentAsync(traffic.Taken["app-5000"]);
        old.Timeline.ShouldContain(entry => entry.Version == 1);
        (await gateway.Api.DecideAsync(old.Id, "rediagnose", reason: "after the upgrade")).Code.ShouldBe(200);
        (await gateway.Api.IncidentAsync(old.Id)).Version.ShouldBeGreaterThan(old.Version);
    }

    /// <summary>Nothing waits for a question that nobody can answer any more.</summary>
    private static Task EverythingOpenIsInAPersonsHandsAsync(GatewayProcess gateway) => Eventually.TrueAsync(
        async () => (await gateway.Api.AllAsync("&status=awaiting_diagnosis_approval")).Count == 0
            && (await gateway.Api.AllAsync("&status=awaiting_proposal_approval")).Count == 0
            && (await gateway.Api.AllAsync("&status=verifying")).Count == 0,
        "what the first release asked and nobody answered ended",
        TimeSpan.FromSeconds(120),
        TestContext.Current.CancellationToken);
}
