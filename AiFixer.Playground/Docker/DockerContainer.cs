namespace AiFixer.Playground.Docker;

/// <summary>A container of the practice world. What it is never changes; how it is does.</summary>
public sealed class DockerContainer
{
    /// <summary>Its identity: 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, without the slash the API puts before it.</summary>
    public required string Name { get; init; }

    /// <summary>The image it was made from.</summary>
    public string Image { get; init; } = "shop:1.0";

    /// <summary>What it runs.</summary>
    public string Command { get; init; } = "/bin/shop";

    /// <summary>Its labels; compose puts its project and service there.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was started last.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended last; null before it ever did.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary><c>running</c> or <c>exited</c>.</summary>
    public string Status { get; set; } = "running";

    /// <summary>How it ended last.</summary>
    public int ExitCode { get; set; }

    /// <summary>How often its restart policy started it again.</summary>
    public int RestartCount { get; set; }

    /// <summary>What its health check says; null when it has none.</summary>
    public string? Health { get; set; }

    /// <summary>What its health check says after the next start.</summary>
    public string? HealthOnceStarted { get; set; }

    /// <summary>What it wrote, oldest first.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Whether it runs.</summary>
    public bool Running => Status == "running";
}
