namespace AiFixer.Plugins.Docker;

/// <summary>Something that happened to a container.</summary>
internal sealed record DockerEvent
{
    public string Action { get; set; } = "";
}
