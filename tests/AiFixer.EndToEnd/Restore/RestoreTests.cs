using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Restore;

/// <summary>A backup is put back into a world that has gone on since.</summary>
public sealed class RestoreTests(SharedPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_was_done_after_the_backup_is_not_done_again_and_the_rest_goes_on(string provider)
    {
        await using var world = await PracticeWorld.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var folder = new TempFolder();
        using var other = new TempFolder();
        var settings = await SettingsAsync(provider, folder, world);
        var backup = folder.File("backup");
        string done, stopped, open;
        await using (var gateway = await GatewayProcess.StartReadyAsync(settings))
        {
            done = await ProposedAsync(gateway, world, "shop", "checkout");
            stopped = await ProposedAsync(gateway, world, "shop", "catalog");
            open = await ProposedAsync(gateway, world, "staging", "web");
            var (made, said) = await GatewayProcess.RunAsync(settings, "backup", backup, "--with-keys");
            made.ShouldBe(0, said);
            await gateway.Api.DecideAsync(done, "approve", "proposal/1");
            await gateway.Api.WhenStatusAsync(done, "resolved");
            await gateway.KillAsync();
        }

        var changes = Changes(world);
        var restored = await SettingsAsync(provider, other, world);
        var (code, output) = await GatewayProcess.RunAsync(restored, "restore", backup);
        code.ShouldBe(0, output);
        output.ShouldContain("3 incidents are back");
        await using var again = await GatewayProcess.StartReadyAsync(restored);

        await WhileStoppedNothingRunsAsync(again, done, stopped);
        Changes(world).ShouldBe(changes, "what was done after the backup is not done again");
        await OnceItGoesOnPeopleAreAskedAgainAsync(again, open);
        Changes(world).ShouldBe(changes + 1);
        world.Health("staging", "web").ShouldNotBeNull().Healthy.ShouldBeTrue();
        var (sound, report) = await GatewayProcess.RunAsync(restored, "verify-audit");
        sound.ShouldBe(0, report);
    }

    private static async Task WhileStoppedNothingRunsAsync(GatewayProcess gateway, params IReadOnlyList<string> incidents)
    {
        (await gateway.Api.GetAsync("api/v1/policy")).Body.ShouldContain("restored from a backup");
        foreach (var incident in incidents)
        {
            (await gateway.Api.DecideAsync(incident, "approve", "proposal/1")).Code.ShouldBe(200);
            await gateway.Api.WhenStatusAsync(incident, "escalated");
        }

        (await gateway.Api.IncidentAsync(incidents[^1])).Escalation!.Reason.ShouldContain("restored from a backup");
    }

    private static async Task OnceItGoesOnPeopleAreAskedAgainAsync(GatewayProcess gateway, string open)
    {
        (await gateway.Api.PostAsync("api/v1/policy/resume", """{"reason":"I looked at what was done since."}""")).Code.ShouldBe(200);
        (await gateway.Api.DecideAsync(open, "approve", "proposal/1")).Code.ShouldBe(200);
        await gateway.Api.WhenAsync(open, incident => incident.OpenCard == "proposal/2", "it is asked again about the world as it is now");
        (await gateway.Api.DecideAsync(open, "approve", "proposal/2")).Code.ShouldBe(200);
        await gateway.Api.WhenStatusAsync(open, "resolved");
    }

    /// <summary>An incident whose fix waits for a person.</summary>
    private static async Task<string> ProposedAsync(GatewayProcess gateway, PracticeWorld world, string ns, string deployment)
    {
        world.BreakRollout(ns, deployment).ShouldBeTrue();
        await Eventually.TrueAsync(() => world.Health(ns, deployment) is { Restarts: >= 2 }, "the new revision crash-loops");
        var body = AlertBody.Firing(AlertBody.Labels(ns, deployment), TimeProvider.System.GetUtcNow());
        var (_, incident) = await gateway.Api.AlertAsync(body);
        await gateway.Api.WhenAsync(incident!, one => one.OpenCard == "diagnosis/1", "the diagnosis is there");
        await gateway.Api.DecideAsync(incident!, "approve", "diagnosis/1");
        await gateway.Api.WhenAsync(incident!, one => one.OpenCard == "proposal/1", "the fix is proposed");
        return incident!;
    }

    private async Task<GatewaySettings> SettingsAsync(string provider, TempFolder folder, PracticeWorld world) => new()
    {
        DataFolder = folder.Path,
        Cluster = world.Url,
        Postgres = provider == "postgres" ? await postgres.CreateDatabaseAsync() : null,
    };

    private static int Changes(PracticeWorld world) => world.Record.Count(entry => entry.Changed && !entry.DryRun);
}
