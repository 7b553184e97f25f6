namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API's error body.</summary>
internal sealed record KubeStatus(string? Message, string? Reason);
