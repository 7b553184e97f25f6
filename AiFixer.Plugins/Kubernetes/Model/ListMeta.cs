namespace AiFixer.Plugins.Kubernetes;

internal sealed record ListMeta(string? Continue);
