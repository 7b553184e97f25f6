using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>An autoscaler as we understand it, and its spec as it is.</summary>
internal sealed record Hpa(Autoscaler Known, JsonElement Spec)
{
    public string Name => Known.Metadata.Name;

    public static Hpa Of(JsonElement item) => new(
        item.Deserialize(KubeJson.Default.Autoscaler)!, item.TryGetProperty("spec", out var spec) ? spec : default);

    public int? Target(string resource) => Known.Spec?.Metrics?
        .Find(m => m is { Type: "Resource", Resource.Target.Type: "Utilization" } && m.Resource.Name == resource)?.Resource!.Target!.AverageUtilization;
}
