using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Durability;

/// <summary>What was answered 2xx is on disk at that moment, not soon after.</summary>
public sealed class AnsweredAlertsTests
{
    [Fact]
    public async Task SQLite_files_as_they_are_at_the_answer_hold_the_alert()
    {
        using var folder = new TempFolder();
        using var copy = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path });
        var (_, incident) = await gateway.Api.AlertAsync(Alert("checkout"));

        gateway.Process.Send(Signal.Stop);
        foreach (var name in (string[])["aifixer.db", "aifixer.db-wal"])
            File.Copy(folder.File(name), copy.File(name));
        gateway.Process.Send(Signal.Continue);

        await using var restored = await GatewayProcess.StartReadyAsync(new GatewaySettings { DataFolder = copy.Path }.With("Storage:KeyFolder", folder.File("keys")));
        (await restored.Api.IncidentAsync(incident!)).Id.ShouldBe(incident);
    }

    [Fact]
    public async Task PostgreSQL_that_stops_at_once_after_the_answer_still_has_every_alert()
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        using var folder = new TempFolder();
        var settings = new GatewaySettings { DataFolder = folder.Path, Postgres = await postgres.CreateDatabaseAsync() };
        await using var gateway = await GatewayProcess.StartReadyAsync(settings);
        var (_, first) = await gateway.Api.AlertAsync(Alert("first"));
        var many = Enumerable.Range(0, 200).Select(i => gateway.Api.AlertAsync(Alert($"app-{i}"))).ToList();

        await Task.WhenAny(many);
        await postgres.CrashAsync();
        var answers = await Task.WhenAll(many);

        await postgres.StartAsync();
        await gateway.ReadyAsync();
        var there = (await gateway.Api.AllAsync()).Select(line => line.Id).ToHashSet();
        there.ShouldContain(first!);
        answers.Where(answer => answer.Answer.IsTaken).ShouldAllBe(answer => there.Contains(answer.Incident!));
        answers.Where(answer => !answer.Answer.IsTaken).ShouldAllBe(answer => answer.Answer.Code == 503);
    }

    private static string Alert(string deployment) =>
        AlertBody.Firing(AlertBody.Labels("shop", deployment), TimeProvider.System.GetUtcNow());
}
