using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Engine.Healing;

/// <summary>Each shipped playbook from an exception to its effect, its heal log, its cooldown and its last try.</summary>
public sealed class SeedPlaybookTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly NoticeReceiver notices = new();
    private DockerHost docker = null!;
    private HealingWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        docker = await DockerHost.StartAsync(time);
        world = await HealingWorld.StartAsync(time, docker.Plugins, notices.Url);
    }

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        await docker.DisposeAsync();
        notices.Dispose();
    }

    [Theory]
    [InlineData("docker-dns", "run_auto_import_task", "could not translate host name \"momo-db\": Temporary failure in name resolution", "P2", "momo-db", 3)]
    [InlineData("database-refused", "run_auto_import_task", "could not connect to server: Connection refused", "P2", "momo-db", 3)]
    [InlineData("app-oom", "web", "Worker (pid:42) was sent SIGKILL! Perhaps out of memory?", "P1", "momo-pro-system", 2)]
    [InlineData("scheduler-oom", "run_weekly_strategy_task", "Worker was sent SIGKILL", "P1", "momo-scheduler", 2)]
    [InlineData("postgres-ssl", "web", "SSL connection has been closed unexpectedly", "P2", "momo-pro-system", 3)]
    public async Task A_container_is_restarted_again_after_each_cooldown_and_after_the_last_try_it_is_a_persons(
        string playbook, string task, string message, string severity, string container, int tries)
    {
        var healed = await world.PlayAsync(await world.ReportAsync(task, message, severity), one => one.Status == IncidentStatus.Resolved);
        healed.Playbook!.Id.ShouldBe(playbook);
        docker.World.All.Single(one => one.Name == container).Log.Count.ShouldBe(1);
        docker.World.All.Sum(one => one.Log.Count).ShouldBe(1);
        Heal(healed).ShouldBe((PlaybookActionType.DockerRestart, HealResult.Success, true));

        for (var tried = 1; tried < tries; tried++)
        {
            var id = await world.ReportAsync(task, message, severity);
            var skipped = await world.PlayAsync(id, one => one.Heals is not null);
            skipped.Heals!.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Skipped);
            await world.TurnAsync();
            (await world.ReportAsync(task, message, severity)).ShouldBe(id);
            docker.World.All.Sum(one => one.Log.Count).ShouldBe(tried);

            var again = await world.PlayAsync(id, one => one.Status == IncidentStatus.Resolved);
            again.Heals!.Select(heal => heal.Result).ShouldBe([HealResult.Skipped, HealResult.Success]);
            again.Heals![1].StartedAt.ShouldBeGreaterThan(healed.Heals![0].StartedAt + healed.Playbook.Cooldown);
        }

        var last = await world.ReportAsync(task, message, severity);
        await world.PlayAsync(last, one => one.Heals is not null);
        await world.TurnAsync();
        await world.ReportAsync(task, message, severity);
        var escalated = await world.PlayAsync(last, one => one.Status == IncidentStatus.Escalated);
        escalated.Escalation!.Reason.ShouldContain($"{tries} times within 24 hours, as often as it may");
        docker.World.All.Sum(one => one.Log.Count).ShouldBe(tries);
    }

    [Fact]
    public async Task A_restart_that_does_not_bring_it_back_is_a_failure_that_is_tried_again_and_then_a_persons()
    {
        docker.World.StartFailure = "no space left on device";

        var id = await world.ReportAsync("web", "Worker was sent SIGKILL", "P1");
        var escalated = await world.PlayAsync(id, one => one.Status == IncidentStatus.Escalated);

        escalated.Heals!.ShouldAllBe(heal => heal.Result == HealResult.Failed);
        escalated.Closing.ShouldBeNull();
    }

    [Fact]
    public async Task A_login_that_only_a_person_can_renew_is_told_once_and_stays_in_their_hands()
    {
        const string said = "google.auth.exceptions.RefreshError: invalid_grant: Token has been expired or revoked.";
        var told = await world.PlayAsync(await world.ReportAsync("run_backup", said, "P2"), one => one.Status == IncidentStatus.Escalated);

        notices.Taken.ShouldHaveSingleItem().ShouldContain(told.Id.Value);
        Heal(told).ShouldBe((PlaybookActionType.AlertOnly, HealResult.Success, true));
        told.Escalation!.Reason.ShouldStartWith("Google Drive OAuth Token");

        await world.CloseAsync(told.Id);
        await world.TurnAsync();
        var second = await world.ReportAsync("run_backup", said, "P2");
        var skipped = await world.PlayAsync(second, one => one.Heals is not null);
        (skipped.Status, skipped.Heals![0].Result).ShouldBe((IncidentStatus.Escalated, HealResult.Skipped));
        skipped.Escalation!.Reason.ShouldStartWith("Google Drive OAuth Token");
        notices.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_that_nobody_takes_is_never_a_success()
    {
        notices.Status = 500;

        var told = await world.PlayAsync(await world.ReportAsync("run_backup", "invalid_grant", "P2"), one => one.Status == IncidentStatus.Escalated);

        told.Heals!.ShouldHaveSingleItem().Result.ShouldBe(HealResult.Failed);
        told.Heals![0].Output.ShouldContain("refused it (500)");
        notices.Taken.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_crawler_that_is_asked_to_slow_down_waits_and_is_looked_after()
    {
        const string said = "HTTPError: 429 Too Many Requests";
        var id = await world.ReportAsync("run_crawler", said, "P3");
        var parked = await world.PlayAsync(id, one => one.Status == IncidentStatus.Waiting);
        parked.Task!.Due.ShouldBeGreaterThan(time.GetUtcNow() + TimeSpan.FromMinutes(29));

        var quiet = await world.PlayAsync(id, one => !one.Status.IsOpen());
        quiet.Closing!.How.ShouldBe(ClosedBy.Quiet);
        Heal(quiet).ShouldBe((PlaybookActionType.WaitRetry, HealResult.Quiet, true));

        var second = await world.ReportAsync("run_crawler", said, "P3");
        await world.PlayAsync(second, one => one.Status == IncidentStatus.Waiting);
        await world.TurnAsync();
        await world.ReportAsync("run_crawler", said, "P3");
        var usedUp = await world.PlayAsync(second, one => one.Status == IncidentStatus.Escalated);
        usedUp.Heals!.Select(heal => heal.Result).ShouldBe([HealResult.Failed, HealResult.Skipped]);
        usedUp.Escalation!.Reason.ShouldContain("2 times within 24 hours");
    }

    private static (PlaybookActionType Type, HealResult? Result, bool TookTime) Heal(Incident incident)
    {
        var heal = incident.Heals!.ShouldHaveSingleItem();
        heal.Detail.ShouldNotBeEmpty();
        heal.Output.ShouldNotBeEmpty();
        return (heal.Type, heal.Result, heal.DurationMs >= 0);
    }
}
