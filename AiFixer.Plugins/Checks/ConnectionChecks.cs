using AiFixer.Plugins.Databases;
using AiFixer.Plugins.Docker;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Plugins.Ssh;

namespace AiFixer.Plugins.Checks;

/// <summary>One check for each configured connection.</summary>
internal static class ConnectionChecks
{
    public static IReadOnlyList<IConnectionCheck> Of(KubeClients clusters, ServicePlugins services, PgClients databases, DockerClients docker, SshHosts ssh) =>
    [
        .. clusters.Names.Select(name => new KubernetesCheck(name, clusters[name])),
        .. databases.Names.Select(name => new PostgresCheck(databases[name])),
        .. docker.Names.Select(name => new DockerCheck(name, docker[name])),
        .. ssh.Names.Select(name => new SshCheck(name, ssh)),
        .. services.Checks,
    ];
}
