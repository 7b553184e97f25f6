using AiFixer.EndToEnd.Support;

namespace AiFixer.EndToEnd.Crash;

/// <summary>One deployment that is unwell, and the alert about it.</summary>
internal sealed record Trouble(string Namespace, string Deployment, TroubleKind Kind, DateTimeOffset Since)
{
    public string Alert { get; } = AlertBody.Firing(AlertBody.Labels(Namespace, Deployment), Since);
}
