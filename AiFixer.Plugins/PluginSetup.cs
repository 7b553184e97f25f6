using AiFixer.Core.Ports;
using AiFixer.Core.Settings;
using AiFixer.Plugins.Checks;
using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Custom;
using AiFixer.Plugins.Custom.Assemblies;
using AiFixer.Plugins.Custom.Declared;
using AiFixer.Plugins.Databases;
using AiFixer.Plugins.Docker;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Plugins.Runbooks;
using AiFixer.Plugins.Shell;
using AiFixer.Plugins.Ssh;
using Microsoft.Extensions.Logging;

namespace AiFixer.Plugins;

/// <summary>The built-in plugins, put together: for a container, a test or a benchmark.</summary>
public sealed class PluginSetup : IDisposable
{
    private readonly PluginHost host;
    private readonly IReadOnlyList<IDisposable> owned;

    private PluginSetup(
        PluginHost host, IConnectionStatuses connections, IReadOnlyList<IConnectionCheck> checks, CustomPlugins custom, params IReadOnlyList<IDisposable> owned) =>
        (this.host, Connections, Checks, Custom, this.owned) = (host, connections, checks, custom, owned);

    /// <summary>Runs the plugins.</summary>
    public IPluginHost Host => host;

    /// <summary>Which plugins there are, and where others are put in their place.</summary>
    internal PluginRegistry Registry => host.Registry;

    /// <summary>Every plugin, those that cannot be called among them.</summary>
    public IPluginStates States => host.States;

    /// <summary>How the configured connections are doing.</summary>
    public IConnectionStatuses Connections { get; }

    /// <summary>One for each configured connection.</summary>
    public IReadOnlyList<IConnectionCheck> Checks { get; }

    /// <summary>Plugins of one's own. They are there once they were loaded.</summary>
    internal CustomPlugins Custom { get; }

    /// <summary>Loads the plugins of one's own, for who does not keep looking for changes.</summary>
    public Task LoadCustomAsync(CancellationToken cancellationToken) => Custom.LoadAsync(cancellationToken);

    /// <summary>Puts the built-in plugins together with <paramref name="more"/>.</summary>
    /// <exception cref="ArgumentException">The options are wrong; the message names every problem by its key.</exception>
    public static PluginSetup Create(PluginsOptions options, TimeProvider time, ILoggerFactory loggers, params IEnumerable<IPlugin> more) =>
        Create(options, time, loggers, null, NoSettings.Instance, more);

    /// <summary>The same with what was reported to us, for those plugins that show it, and what people set at run time.</summary>
    /// <exception cref="ArgumentException">The options are wrong; the message names every problem by its key.</exception>
    public static PluginSetup Create(
        PluginsOptions options, TimeProvider time, ILoggerFactory loggers, IReportedChanges? reported, ISettings settings, IEnumerable<IPlugin> more)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join('\n', problems), nameof(options));
        var clusters = new KubeClients(options, time, Environment.GetEnvironmentVariable);
        var conditions = new PluginConditions(settings);
        var databases = new PgClients(options, time);
        var services = new ServicePlugins(options, time, clusters, databases, reported);
        var docker = new DockerClients(options, time);
        var ssh = new SshHosts(options, time);
        IEnumerable<IPlugin> plugins =
        [
            .. KubernetesPlugins.All(clusters, name => conditions.DisabledBy(name) is { } disabled ? PluginConditions.Sentence(name, disabled) : null),
            .. services.All,
            .. DatabasePlugins.All(databases),
            new DockerRestart(docker),
            new SshCmd(ssh),
            .. ShellPlugins.All(options.Shell, time),
            new RunbookSearch(options.Runbooks),
            .. more,
        ];
        var host = new PluginHost(plugins, options.Host, time, loggers.CreateLogger<PluginHost>(), settings);
        var custom = new CustomPlugins(
            new(options.Custom.Folder),
            [new AssemblyLoader(options.Custom, options.Circuit, time, loggers.CreateLogger<AssemblyLoader>()), new DeclaredLoader(services.Own, new(options.Custom.Programs, new(time)))],
            host.Registry, loggers.CreateLogger<CustomPlugins>());
        return new(
            host, new AllConnections(clusters, services, databases, docker), ConnectionChecks.Of(clusters, services, databases, docker, ssh),
            custom, clusters, services, databases, docker);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Custom.Dispose();
        host.Dispose();
        foreach (var one in owned)
            one.Dispose();
    }
}
