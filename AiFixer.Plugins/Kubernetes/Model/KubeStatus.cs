namespace AiFixer.Plugins.Kubernetes;

/// <summary>The API's error body.</summary>
internal sealed record KubeStatus(string? Message, string? Reason, KubeStatus.StatusDetails? Details)
{
    internal sealed record StatusDetails(List<Cause>? Causes);

    internal sealed record Cause(string? Reason, string? Message);
}
