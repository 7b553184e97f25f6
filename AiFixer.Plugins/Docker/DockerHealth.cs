namespace AiFixer.Plugins.Docker;

/// <summary>What a container's health check says.</summary>
internal sealed record DockerHealth
{
    public string Status { get; set; } = "";
}
