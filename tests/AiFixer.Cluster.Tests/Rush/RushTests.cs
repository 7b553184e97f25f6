using System.Globalization;
using AiFixer.Cluster.Tests.Chaos;
using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;
using Npgsql;

namespace AiFixer.Cluster.Tests.Rush;

/// <summary>Very many incidents become due at the same moment, and every one of their grains is activated.</summary>
[Collection(AloneCollection.Name)]
[Trait("Suite", "cluster-chaos")]
public sealed class RushTests(SharedPostgres postgres)
{
    private const int AtOnce = 200;
    private const long MostMemory = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly ChaosOptions options = ChaosOptions.Read();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thousands_that_are_due_at_the_same_moment_go_on_and_no_silo_falls()
    {
        await using var site = await ClusterSite.OpenAsync(postgres, seed: 1, Stop);
        await TakeAsync(site);
        (await RestingAsync(site)).ShouldBe(0, "nothing follows while alerts are taken");
        await using var fleet = new SiloFleet(site);
        await fleet.ExplainAsync(() => RunAsync(site, fleet));
    }

    private async Task RunAsync(ClusterSite site, SiloFleet fleet)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await fleet.StartAsync();
        var started = TimeProvider.System.GetElapsedTime(begun);
        await Eventually.TrueAsync(async () => await RestingAsync(site) == options.Rush, "every incident waits for a person", Patience, Stop);
        var memory = fleet.Slots.Select(slot => MostMegabytes(slot.Silo.Process.Id)).ToList();
        Console.WriteLine(
            $"rush: {options.Rush} incidents went on within {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s, {started.TotalSeconds:0.0} s of which three silos took to start; "
            + $"most memory of each silo: {string.Join(", ", memory)} MB");
        fleet.Slots.ShouldAllBe(slot => !slot.Silo.Process.HasExited);
        memory.ShouldAllBe(megabytes => megabytes < MostMemory);
    }

    /// <summary>The alerts are taken by a process that does nothing else.</summary>
    private async Task TakeAsync(ClusterSite site)
    {
        await using var gateway = await GatewayProcess.StartReadyAsync(site.Settings(0) with { Program = null, More = new Dictionary<string, string?> { ["Engine:HoldFollowUp"] = "true" } });
        for (var first = 0; first < options.Rush; first += AtOnce)
            (await gateway.Api.PostAsync("webhooks/alertmanager", Body(first))).Code.ShouldBeInRange(200, 299);
        gateway.Process.Send(Signal.Terminate);
        (await gateway.Process.ExitedAsync()).ShouldBe(0);
    }

    private static string Body(int first)
    {
        var now = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return AlertBody.Delivery(Enumerable.Range(first, AtOnce).Select(number => AlertBody.Alert(
            new Dictionary<string, string> { ["alertname"] = $"Odd{number}", ["severity"] = "warning" }, now, "Something is odd"))).ToJsonString();
    }

    private static async Task<long> RestingAsync(ClusterSite site)
    {
        await using var connection = new NpgsqlConnection(site.Database);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(
            "select count(*) from incidents where status in ('AwaitingDiagnosisApproval', 'AwaitingProposalApproval', 'Escalated')", connection);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static long MostMegabytes(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
