using System.Globalization;
using System.Text;
using AiFixer.Cluster.Tests.Snapshots;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Replays;
using AiFixer.EndToEnd.Support;
using AiFixer.Silo;
using AiFixer.Grains.Membership;
using AiFixer.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans;
using Orleans.Runtime;

namespace AiFixer.Cluster.Tests.Silos;

/// <summary>The silo program on PostgreSQL, with an incident that waits for a person.</summary>
public sealed class WaitingIncidentTests(SharedPostgres postgres) : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private string database = "";
    private WebApplication silo = null!;
    private IncidentApi api = null!;

    public static TheoryData<string> Troubles =>
    [
        "delete from snapshots",
        "update snapshots set state = 'damaged'",
        "update snapshots set state = null",
        "update snapshots set state = convert_to(replace(convert_from(state, 'UTF8'), '\"state\":\"ey', '\"state\":\"eY'), 'UTF8')",
        "update snapshots set state = convert_to(regexp_replace(convert_from(state, 'UTF8'), '\"version\":\\d+', '\"version\":1'), 'UTF8')",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var url = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        database = await postgres.CreateDatabaseAsync();
        silo = SiloProgram.Build(
        [
            $"--Gateway:Urls={url.GetLeftPart(UriPartial.Authority)}",
            $"--Storage:DataFolder={folder.Path}",
            "--Storage:Provider=postgres",
            $"--Storage:ConnectionString={database}",
            "--Engine:ScanInterval=100ms",
            "--Cluster:IdleAfter=1s",
            $"--Cluster:SiloPort={Port()}",
            $"--Cluster:GatewayPort={Port()}",
        ]);
        await silo.StartAsync(Stop);
        api = new(url, TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        await silo.StopAsync(CancellationToken.None);
        await silo.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Its_grain_goes_away_when_nobody_calls_and_the_incident_goes_on()
    {
        var id = await WaitingAsync();
        await Eventually.TrueAsync(async () => await GrainsAsync() == 0, "the grain is gone", cancellation: Stop);

        (await api.DecideAsync(id, "ignore", reason: "seen")).Code.ShouldBe(200);

        (await api.WhenStatusAsync(id, "ignored")).Status.ShouldBe("ignored");
        (await GrainsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_state_that_another_version_wrote_is_made_of_the_journal()
    {
        var id = await WaitingAsync();
        await ExecuteAsync("update public.incidents set snapshot = '{\"of\":\"another version\"}'");
        await Eventually.TrueAsync(async () => await GrainsAsync() == 0, "the grain is gone", cancellation: Stop);

        (await api.DecideAsync(id, "ignore", reason: "seen")).Code.ShouldBe(200);

        (await api.WhenStatusAsync(id, "ignored")).Status.ShouldBe("ignored");
        (await ExecuteAsync("update snapshots set version = version")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_snapshot_that_is_lost_damaged_or_outdated_does_no_harm(string trouble)
    {
        var id = new IncidentId(await WaitingAsync());
        var journal = silo.Services.GetRequiredService<IJournal>();
        var stored = (await journal.LoadAsync(id, Stop))!;
        var state = Json(await StoredState.ReadAsync(journal, stored, Stop));
        var entries = new CountedEntries(journal);
        var replays = new RememberedReplays(entries, silo.Services.GetRequiredService<ISnapshots>());
        async Task ReadAsync(int reads)
        {
            Json(await replays.ReadAsync(stored with { Snapshot = "{}"u8.ToArray() }, Stop)).ShouldBe(state);
            entries.Reads.ShouldBe(reads);
        }

        await ReadAsync(reads: 1);
        await ReadAsync(reads: 1);
        (await ExecuteAsync(trouble)).ShouldBe(1);

        await ReadAsync(reads: 2);
        await ReadAsync(reads: 2);
    }

    private static string Json(Incident state) => Encoding.UTF8.GetString(IncidentJson.Write(state));

    private static string Port() => FreePort.Next().ToString(CultureInfo.InvariantCulture);

    /// <summary>An incident with a few entries.</summary>
    private async Task<string> WaitingAsync()
    {
        var body = AlertBody.Firing(AlertBody.Labels("shop", "web"), TimeProvider.System.GetUtcNow());
        var id = (await api.AlertAsync(body)).Incident!;
        var found = await api.WhenAsync(id, Waits, $"{id} waits");
        if (found.Version < 5)
            (await api.DecideAsync(id, "rediagnose", reason: "look again")).Code.ShouldBe(200);
        await api.WhenAsync(id, incident => Waits(incident) && incident.Version >= 5, $"{id} waits again");
        return id;
    }

    private static bool Waits(IncidentView incident) => incident.Status is "awaiting_diagnosis_approval" or "escalated";

    private async Task<int> GrainsAsync()
    {
        var all = await silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return all.Where(one => one.GrainType.Contains("IncidentGrain", StringComparison.Ordinal)).Sum(one => one.ActivationCount);
    }

    private async Task<int> ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(ClusterDatabase.At(database));
        await using var command = source.CreateCommand(statement);
        return await command.ExecuteNonQueryAsync(Stop);
    }
}
