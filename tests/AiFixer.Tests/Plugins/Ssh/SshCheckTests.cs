using AiFixer.Plugins.Checks;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Ssh;

/// <summary>What doctor says of hosts, with a real sshd and the real <c>docker</c>.</summary>
public sealed class SshCheckTests
{
    [Theory]
    [InlineData("app")]
    [InlineData("inner")]
    public async Task A_host_that_lets_us_in_and_near_docker_is_fine(string host)
    {
        await using var world = await SshWorld.StartAsync();

        var found = await world.CheckAsync(host);

        (found.State, found.Remedy).ShouldBe((FindingState.Fine, null), found.Details);
        found.Version.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_host_on_the_way_to_others_needs_no_docker()
    {
        await using var world = await SshWorld.StartAsync();

        var found = await world.CheckAsync("bastion");

        found.State.ShouldBe(FindingState.Fine, found.Details);
        found.Details.ShouldContain("on the way to others");
    }

    [Fact]
    public async Task A_host_that_is_not_there()
    {
        await using var world = await SshWorld.StartAsync();
        await world.Host.DisposeAsync();

        await FindsAsync(world, "app", FindingState.Broken, "Connection refused", "start sshd on 127.0.0.1, or correct Plugins:Ssh:app:Port");
    }

    [Theory]
    [InlineData("app", "the one on the machine itself")]
    [InlineData("inner", "or of 'bastion' on the way there")]
    public async Task A_host_whose_key_is_not_known(string host, string remedy)
    {
        await using var world = await SshWorld.StartAsync();
        await world.KnowAsync("");

        await FindsAsync(world, host, FindingState.Broken, "Host key verification failed", remedy);
        await FindsAsync(world, host, FindingState.Broken, "Host key verification failed", $"Plugins:Ssh:{host}:KnownHosts");
    }

    [Fact]
    public async Task A_host_that_does_not_take_our_key()
    {
        using var folder = new TempFolder();
        await SshServer.MakeKeyAsync(folder.File("other"));
        await using var world = await SshWorld.StartAsync(options => options.Ssh["app"].IdentityFile = folder.File("other"));

        await FindsAsync(world, "app", FindingState.Broken, "Permission denied (publickey)", $"put the public half of {folder.File("other")} into ~{Environment.UserName}/.ssh/authorized_keys");
    }

    [Fact]
    public async Task A_name_that_there_is_not()
    {
        await using var world = await SshWorld.StartAsync(options => options.Ssh["app"].Address = "none.invalid");

        await FindsAsync(world, "app", FindingState.Broken, "Could not resolve hostname", "correct Plugins:Ssh:app:Address");
    }

    [Fact]
    public async Task A_host_on_which_docker_does_not_run()
    {
        await using var world = await SshWorld.StartAsync();
        await world.Engine.DisposeAsync();

        await FindsAsync(world, "app", FindingState.Limited, "Cannot connect to the Docker daemon", "start Docker there");
    }

    [Theory]
    [InlineData(1, "permission denied while trying to connect to the Docker daemon socket", "let shop use Docker there")]
    [InlineData(127, "sh: 1: docker: not found", "install Docker's command line there")]
    [InlineData(1, "this key may run backups", "command= in authorized_keys")]
    public async Task A_host_that_lets_us_in_but_not_near_docker(int code, string said, string remedy)
    {
        using var folder = new TempFolder();
        await using var world = await SshWorld.StartAsync();
        var file = folder.File("docker");
        await File.WriteAllTextAsync(file, $"#!/bin/sh\necho '{said}' >&2\nexit {code}\n", SshWorld.Stop);
        await ChildProcess.RunAsync(new("chmod", "755", file));
        await using var host = await world.StartHostAsync($"ForceCommand {file}");

        var found = await world.CheckAsync(host);

        (found.State, found.Remedy!.Contains(remedy.Replace("shop", Environment.UserName), StringComparison.Ordinal)).ShouldBe((FindingState.Limited, true), found.ToString());
        found.Details.ShouldContain(said);
    }

    private static async Task FindsAsync(SshWorld world, string host, FindingState state, string details, string remedy)
    {
        var found = await world.CheckAsync(host);
        found.State.ShouldBe(state);
        found.Details.ShouldContain(details);
        found.Remedy.ShouldNotBeNull().ShouldContain(remedy);
    }
}
