using System.Text.Json;
using AiFixer.Playground.Docker;
using AiFixer.Plugins;
using AiFixer.Plugins.Checks;
using AiFixer.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Ssh;

/// <summary>A host behind a jump host, both with a real sshd, with the real <c>docker</c> command over a practice engine.</summary>
internal sealed class SshWorld : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private PluginSetup setup = null!;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public DockerWorld Docker { get; } = new(TimeProvider.System);

    public DockerEngine Engine { get; private set; } = null!;

    public SshServer Host { get; private set; } = null!;

    public SshServer Jump { get; private set; } = null!;

    public AiFixer.Core.Ports.IPluginHost Plugins => setup.Host;

    public static async Task<SshWorld> StartAsync(Action<PluginsOptions>? configure = null)
    {
        var world = new SshWorld();
        await SshServer.MakeKeyAsync(world.folder.File("key"));
        var key = await File.ReadAllTextAsync(world.folder.File("key.pub"), Stop);
        world.Engine = await DockerEngine.StartAsync(world.Docker, world.folder.File("docker.sock"), Stop);
        world.Host = await SshServer.StartAsync(key, "AllowTcpForwarding no", $"SetEnv DOCKER_HOST=unix://{world.Engine.Socket}");
        world.Jump = await SshServer.StartAsync(key, $"PermitOpen 127.0.0.1:{world.Host.Port}");
        await world.KnowAsync($"{world.Host.KnownHost}\n{world.Jump.KnownHost}\n");
        var options = new PluginsOptions
        {
            Ssh = { ["app"] = world.Options(world.Host), ["bastion"] = world.Options(world.Jump), ["inner"] = world.Options(world.Host) },
        };
        options.Ssh["inner"].Jump = "bastion";
        configure?.Invoke(options);
        world.setup = PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance);
        return world;
    }

    public string KnownHosts => folder.File("known_hosts");

    public Task KnowAsync(string hosts) => File.WriteAllTextAsync(folder.File("known_hosts"), hosts, Stop);

    public Task<PreviewResult> PreviewAsync(string host, params string[] argv) => setup.Host.PreviewAsync("ssh.cmd", Call(host, argv), Stop);

    public async Task<ActionPlan> PlanAsync(string host, params string[] argv)
    {
        var preview = await PreviewAsync(host, argv);
        preview.Error.ShouldBeNull();
        return preview.Plan!;
    }

    public Task<ExecuteResult> ExecuteAsync(ActionPlan plan, string host, params string[] argv) => ExecuteAsync(plan, static () => true, host, argv);

    public Task<ExecuteResult> ExecuteAsync(ActionPlan plan, Func<bool> mayLeave, string host, params string[] argv) =>
        setup.Host.ExecuteAsync("ssh.cmd", Call(host, argv) with { MayLeave = mayLeave }, plan, Stop);

    public Task<Finding> CheckAsync(string host) => setup.Checks.Single(check => check.Subject == $"ssh host '{host}'").RunAsync(Stop);

    /// <summary>The check of another host that takes the same key.</summary>
    public async Task<Finding> CheckAsync(SshServer other)
    {
        using var another = PluginSetup.Create(new() { Ssh = { ["other"] = Options(other) } }, TimeProvider.System, NullLoggerFactory.Instance);
        return await another.Checks.Single().RunAsync(Stop);
    }

    /// <summary>Another host that takes the same key, and is known.</summary>
    public async Task<SshServer> StartHostAsync(string setting)
    {
        var server = await SshServer.StartAsync(await File.ReadAllTextAsync(folder.File("key.pub"), Stop), setting);
        await KnowAsync($"{server.KnownHost}\n");
        return server;
    }

    public Task<Observation> ObserveAsync(ActionPlan plan, string host, params string[] argv) =>
        setup.Host.ObserveAsync("ssh.cmd", Call(host, argv), plan, Stop);

    public async ValueTask DisposeAsync()
    {
        setup.Dispose();
        await Jump.DisposeAsync();
        await Host.DisposeAsync();
        await Engine.DisposeAsync();
        folder.Dispose();
    }

    private AiFixer.Plugins.Ssh.SshHostOptions Options(SshServer server) => new()
    {
        Address = "127.0.0.1",
        Port = server.Port,
        User = Environment.UserName,
        IdentityFile = folder.File("key"),
        KnownHosts = folder.File("known_hosts"),
    };

    private static PluginCall Call(string host, string[] argv) =>
        new(JsonSerializer.Serialize(new { host, argv }), "INC-1", "INC-1-A1", "tester", TimeProvider.System.GetUtcNow());
}
