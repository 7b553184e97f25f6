namespace AiFixer.Plugins.Docker;

/// <summary>A container in a list.</summary>
internal sealed record DockerSummary
{
    public string Id { get; set; } = "";

    public Dictionary<string, string>? Labels { get; init; }
}
