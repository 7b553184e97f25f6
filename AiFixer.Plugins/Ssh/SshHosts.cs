using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>The configured hosts by name. There is no other way to reach one.</summary>
internal sealed class SshHosts(PluginsOptions options, TimeProvider time)
{
    private readonly SshRunner runner = new(options.Ssh, new ProcessRunner(time), time);

    public IReadOnlyList<string> Names => [.. options.Ssh.Keys];

    public IReadOnlyList<string> Missing => options.Ssh.Count > 0
        ? []
        : [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Ssh)}:{ConnectionName.Default}:{nameof(SshHostOptions.Address)}"];

    public SshRunner Runner => runner;

    /// <summary>The schema lets only configured names through.</summary>
    public SshHostOptions this[string name] => options.Ssh[name];

    /// <summary>Whether another host is reached through it.</summary>
    public bool IsWay(string name) => options.Ssh.Values.Any(host => host.Jump == name);

    public bool Has(string name) => options.Ssh.ContainsKey(name);
}
