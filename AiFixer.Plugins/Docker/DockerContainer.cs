namespace AiFixer.Plugins.Docker;

/// <summary>A container, as inspecting shows it.</summary>
internal sealed record DockerContainer
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public int RestartCount { get; init; }

    public DockerState State { get; set; } = new();

    public DockerConfig Config { get; set; } = new();

    public string PlainName => OutsideText.Line(Name.TrimStart('/'), 130);
}
