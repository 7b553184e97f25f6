namespace AiFixer.Plugins.Docker;

internal sealed record DockerVersion(string Version = "");
