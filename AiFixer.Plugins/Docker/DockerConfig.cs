namespace AiFixer.Plugins.Docker;

/// <summary>What a container was made from.</summary>
internal sealed record DockerConfig
{
    public string Image { get; set; } = "";

    public Dictionary<string, string>? Labels { get; init; }
}
