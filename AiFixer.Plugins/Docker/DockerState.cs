namespace AiFixer.Plugins.Docker;

/// <summary>How a container is.</summary>
internal sealed record DockerState
{
    public string Status { get; set; } = "";

    public bool Running { get; init; }

    public bool Restarting { get; init; }

    public int ExitCode { get; init; }

    public string StartedAt { get; set; } = "";

    public DockerHealth? Health { get; init; }
}
