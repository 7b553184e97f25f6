using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Custom;
using AiFixer.Plugins.Databases;
using AiFixer.Plugins.Docker;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Http;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Plugins.Runbooks;
using AiFixer.Plugins.Sentry;
using AiFixer.Plugins.Shell;
using AiFixer.Plugins.Ssh;

namespace AiFixer.Plugins;

/// <summary>Everything configurable about plugins: the section <c>Plugins</c>.</summary>
public sealed class PluginsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Plugins";

    /// <summary>Limits the host keeps for every plugin.</summary>
    public PluginHostOptions Host { get; set; } = new();

    /// <summary>When a connection is taken for dead.</summary>
    public CircuitOptions Circuit { get; set; } = new();

    /// <summary>Kubernetes clusters by connection name.</summary>
    public Dictionary<string, KubernetesConnectionOptions> Kubernetes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>PostgreSQL databases by connection name.</summary>
    public Dictionary<string, PostgresConnectionOptions> Postgres { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Docker Engines by connection name.</summary>
    public Dictionary<string, DockerConnectionOptions> Docker { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Hosts that commands may be sent to, by name.</summary>
    public Dictionary<string, SshHostOptions> Ssh { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Commands of the machine this runs on.</summary>
    public ShellOptions Shell { get; set; } = new();

    /// <summary>Runbooks to search in.</summary>
    public RunbookOptions Runbooks { get; set; } = new();

    /// <summary>Prometheus servers, or what speaks their query API, by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Prometheus { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Loki servers by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Loki { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Jaeger query services by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Jaeger { get; init; } = new(StringComparer.Ordinal);

    /// <summary>SigNoz installations by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> SigNoz { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Monitoring endpoints of databases by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Insights { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Services that keep changes by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Changes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Sentry organizations by connection name.</summary>
    public Dictionary<string, SentryConnectionOptions> Sentry { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Services that plugins of your own call, by connection name.</summary>
    public Dictionary<string, HttpConnectionOptions> Services { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Plugins of your own.</summary>
    public CustomPluginOptions Custom { get; set; } = new();

    /// <summary>Everything that is wrong, each by its configuration key.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Host.Problems($"{Section}:{nameof(Host)}"),
        .. Circuit.Problems($"{Section}:{nameof(Circuit)}"),
        .. Kubernetes.SelectMany(c => KubernetesOptionsRules.Problems($"{Section}:{nameof(Kubernetes)}:{c.Key}", c.Key, c.Value)),
        .. Postgres.SelectMany(c => PostgresOptionsRules.Problems($"{Section}:{nameof(Postgres)}:{c.Key}", c.Key, c.Value)),
        .. Docker.SelectMany(c => DockerOptionsRules.Problems($"{Section}:{nameof(Docker)}:{c.Key}", c.Key, c.Value)),
        .. SshOptionsRules.Problems($"{Section}:{nameof(Ssh)}", Ssh),
        .. Shell.Problems($"{Section}:{nameof(Shell)}"),
        .. Runbooks.Problems($"{Section}:{nameof(Runbooks)}"),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Prometheus)}", Prometheus),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Loki)}", Loki),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Jaeger)}", Jaeger),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(SigNoz)}", SigNoz),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Sentry)}", Sentry),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Insights)}", Insights),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Changes)}", Changes),
        .. HttpOptionsRules.Problems($"{Section}:{nameof(Services)}", Services),
        .. Custom.Problems($"{Section}:{nameof(Custom)}"),
        .. SentryOptionsRules.Problems($"{Section}:{nameof(Sentry)}", Sentry),
    ];
}
