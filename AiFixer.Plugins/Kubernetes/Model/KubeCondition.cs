namespace AiFixer.Plugins.Kubernetes;

internal sealed record KubeCondition(string Type, string Status, string? Reason, string? Message, DateTimeOffset? LastUpdateTime = null);
