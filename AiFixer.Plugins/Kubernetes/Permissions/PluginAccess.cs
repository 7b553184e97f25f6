namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the API lets one plugin do.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="Denied">What it needs and may not do; empty when it may do everything.</param>
/// <param name="Unknown">Why something could not be told; null when everything could.</param>
internal sealed record PluginAccess(string Plugin, IReadOnlyList<KubePermission> Denied, string? Unknown)
{
    public bool IsAllowed => Denied.Count == 0 && Unknown is null;
}
