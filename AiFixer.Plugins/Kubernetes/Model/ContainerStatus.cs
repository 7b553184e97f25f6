namespace AiFixer.Plugins.Kubernetes;

internal sealed record ContainerStatus(
    string Name, string? Image, bool Ready, bool? Started, int RestartCount, ContainerState? State, ContainerState? LastState);
