using AiFixer.Core.Incidents;
using AiFixer.Core.Playbooks;
using AiFixer.Hosting.Playbooks;
using AiFixer.TestSupport;
using AiFixer.Tests.Plugins.Ssh;

namespace AiFixer.Tests.Engine.Healing;

public sealed class SshPlaybookTests
{
    private const string Text = """
        name: Restart through the bastion
        class: TIMEOUT
        patterns: [shop does not answer]
        action:
          type: SSH_CMD
          params:
            host: inner
            cmd: docker restart shop
        """;

    [Fact]
    public async Task A_command_is_run_through_a_jump_host_and_is_in_the_heal_log()
    {
        await using var ssh = await SshWorld.StartAsync();
        var shop = ssh.Docker.Add("shop");
        await using var world = await HealingWorld.StartAsync(new ManualTime(TimeProvider.System.GetUtcNow()), ssh.Plugins, null, PlaybookText.Read("bastion", Text, [])!);

        var healed = await world.PlayAsync(await world.ReportAsync("check", "timed out: shop does not answer", "P2"), one => one.Status == IncidentStatus.Resolved);

        shop.Log.ShouldHaveSingleItem();
        var heal = healed.Heals!.ShouldHaveSingleItem();
        (heal.Type, heal.Result).ShouldBe((PlaybookActionType.SshCmd, HealResult.Success));
        heal.Detail.ShouldBe("ssh inner docker restart shop");
    }
}
