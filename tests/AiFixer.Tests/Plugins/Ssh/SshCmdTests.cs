using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Ssh;

public sealed class SshCmdTests
{
    private static readonly string[] RestartWeb = ["docker", "restart", "web"];

    [Theory]
    [InlineData("app")]
    [InlineData("inner")]
    public async Task A_container_is_restarted_directly_and_through_a_jump_host(string host)
    {
        await using var world = await SshWorld.StartAsync();
        var web = world.Docker.Add("web", health: "unhealthy");
        var plan = await world.PlanAsync(host, RestartWeb);
        var before = await world.ObserveAsync(plan, host, RestartWeb);

        var result = await world.ExecuteAsync(plan, host, RestartWeb);

        plan.Call.ShouldBe($"ssh {host} docker restart web");
        plan.Target.ShouldBe(new(host, "container", "", "web", web.Id));
        plan.ToString().ShouldNotContain("hunter2");
        before.ShouldBe(new(ExecuteOutcome.NotDone, TargetHealth.Unhealthy, "web runs, and its health check fails"));
        result.ShouldBe(new(ExecuteOutcome.Done, $"docker restart web: done on {host}"));
        world.Docker.Changes.ShouldBe(2);
        (await world.ObserveAsync(plan, host, RestartWeb)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "web runs"));
        world.Jump.Output.Any(l => l.Contains("Accepted publickey", StringComparison.Ordinal)).ShouldBe(host == "inner");
    }

    [Fact]
    public async Task A_stopped_container_is_started_and_a_running_one_needs_no_start()
    {
        await using var world = await SshWorld.StartAsync();
        var web = world.Docker.Add("web");
        (await world.PreviewAsync("app", "docker", "start", "web")).Error.ShouldBe("web runs already");
        world.Docker.Stop(web);

        var plan = await world.PlanAsync("app", "docker", "start", "web");

        (await world.ExecuteAsync(plan, "app", "docker", "start", "web")).Outcome.ShouldBe(ExecuteOutcome.Done);
        web.Running.ShouldBeTrue();
    }

    [Theory]
    [InlineData("app")]
    [InlineData("inner")]
    public async Task Whether_it_may_leave_is_asked_when_the_connection_is_there(string host)
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");
        var plan = await world.PlanAsync(host, RestartWeb);
        var asked = 0;

        var result = await world.ExecuteAsync(plan, () =>
        {
            // The host of the plugins asks first, before there is a connection. From the second time on nobody could connect any more.
            if (++asked == 2)
                File.WriteAllText(world.KnownHosts, "");
            return true;
        }, host, RestartWeb);

        result.Outcome.ShouldBe(ExecuteOutcome.Done);
        asked.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task What_may_not_leave_any_more_when_the_connection_is_there_is_not_sent()
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");
        var plan = await world.PlanAsync("app", RestartWeb);
        var asked = 0;

        var result = await world.ExecuteAsync(plan, () => ++asked == 1, "app", RestartWeb);

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        world.Docker.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_host_with_another_key_is_not_talked_to()
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");
        var plan = await world.PlanAsync("app", RestartWeb);
        await world.KnowAsync($"{world.Host.KnownHost.Split(' ')[0]} {world.Jump.KnownHost.Split(' ', 2)[1]}\n");

        var result = await world.ExecuteAsync(plan, "app", RestartWeb);
        await world.KnowAsync("");
        var unknown = await world.PreviewAsync("app", RestartWeb);

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, false));
        result.Message.ShouldContain("Host key verification failed");
        unknown.Error!.ShouldContain("Host key verification failed");
        world.Docker.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_jump_host_with_another_key_is_not_gone_through()
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");
        await world.KnowAsync($"{world.Host.KnownHost}\n{world.Jump.KnownHost.Split(' ')[0]} {world.Host.KnownHost.Split(' ', 2)[1]}\n");

        var preview = await world.PreviewAsync("inner", RestartWeb);

        preview.Error!.ShouldContain("Host key verification failed");
        preview.Retryable.ShouldBeFalse();
    }

    [Fact]
    public async Task A_host_that_is_not_there_was_not_asked_and_may_be_later()
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");
        var plan = await world.PlanAsync("app", RestartWeb);
        await world.Host.DisposeAsync();

        var result = await world.ExecuteAsync(plan, "app", RestartWeb);

        (result.Outcome, result.NotSent).ShouldBe((ExecuteOutcome.NotDone, true));
        result.Message.ShouldContain("Connection refused");
    }

    [Fact]
    public async Task A_command_that_hangs_is_left_and_its_outcome_is_open()
    {
        await using var world = await SshWorld.StartAsync(o =>
        {
            o.Ssh["app"].ConnectTimeout = TimeSpan.FromSeconds(10);
            o.Ssh["app"].CommandTimeout = TimeSpan.FromSeconds(4);
        });
        world.Docker.Add("web");
        var plan = await world.PlanAsync("app", RestartWeb);
        world.Docker.Hangs = true;

        var result = await world.ExecuteAsync(plan, "app", RestartWeb);
        var seen = await world.ObserveAsync(plan, "app", RestartWeb);

        result.ShouldBe(new(ExecuteOutcome.Unknown, "host 'app' did not finish in time and was left"));
        (seen.Applied, seen.Health).ShouldBe((ExecuteOutcome.Unknown, TargetHealth.Healthy));
    }

    [Fact]
    public async Task A_command_that_fails_there_is_told_in_its_words()
    {
        await using var world = await SshWorld.StartAsync();
        var web = world.Docker.Add("web");
        var plan = await world.PlanAsync("app", RestartWeb);
        world.Docker.StartFailure = "driver failed";

        var result = await world.ExecuteAsync(plan, "app", RestartWeb);

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        result.Message.ShouldContain("exit code 1");
        result.Message.ShouldContain("driver failed");
        world.Docker.Remove(web);
        (await world.PreviewAsync("app", RestartWeb)).Error!.ShouldContain("No such container: web");
    }

    [Theory]
    [InlineData("docker", "rm", "web")]
    [InlineData("docker", "compose", "down")]
    [InlineData("docker", "compose", "restart", "web", "x")]
    [InlineData("docker", "restart", "-f")]
    [InlineData("docker", "restart", "web;id")]
    [InlineData("docker", "restart", "$(id)")]
    [InlineData("docker", "restart", "web\nid")]
    [InlineData("docker", "restart", "wеb")]
    [InlineData("docker restart web", "x", "y")]
    [InlineData("sudo", "docker", "restart", "web")]
    [InlineData("docker", "restart")]
    public async Task Any_other_command_is_refused_before_anybody_is_asked(params string[] argv)
    {
        await using var world = await SshWorld.StartAsync();
        world.Docker.Add("web");

        (await world.PreviewAsync("app", argv)).Error.ShouldNotBeNull();

        world.Host.Output.ShouldNotContain(l => l.Contains("Connection from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_configured_hosts_can_be_named()
    {
        await using var world = await SshWorld.StartAsync();

        (await world.PreviewAsync("127.0.0.1", RestartWeb)).Error!.ShouldContain("$.host");
        (await world.PreviewAsync("-oProxyCommand=id", RestartWeb)).Error!.ShouldContain("$.host");
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_host_is_said_at_once()
    {
        var options = new PluginsOptions
        {
            Ssh = { ["a"] = new() { Address = "-x", User = "a b", Port = 0, IdentityFile = "/no where", KnownHosts = "/none", Jump = "b" }, ["b"] = new() { Jump = "a" } },
        };

        options.Problems().ShouldBe(
        [
            "Plugins:Ssh:a:Address: must be a host's name or address",
            "Plugins:Ssh:a:User: must be a user's name",
            "Plugins:Ssh:a:Port: must be between 1 and 65535",
            "Plugins:Ssh:a:IdentityFile: must be a full path of plain characters",
            "Plugins:Ssh:a:KnownHosts: there is no file '/none'",
            "Plugins:Ssh:a:Jump: leads back to 'a'",
            "Plugins:Ssh:b:Address: is required",
            "Plugins:Ssh:b:User: is required",
            "Plugins:Ssh:b:IdentityFile: is required",
            "Plugins:Ssh:b:KnownHosts: is required",
            "Plugins:Ssh:b:Jump: leads back to 'b'",
        ]);
    }
}
