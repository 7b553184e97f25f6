namespace AiFixer.Plugins.Docker;

/// <summary>How to reach one Docker Engine.</summary>
public sealed class DockerConnectionOptions
{
    /// <summary>Its unix socket.</summary>
    public string Socket { get; set; } = "/var/run/docker.sock";

    /// <summary>How long one question may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a container gets to end by itself when it is restarted, before it is killed.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
