namespace AiFixer.Playground.Docker;

/// <summary>Something that happened to a container.</summary>
internal sealed record DockerEvent(DateTimeOffset At, string Container, string Name, string Action);
