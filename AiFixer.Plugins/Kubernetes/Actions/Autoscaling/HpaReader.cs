using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Reads autoscalers whole: what is not understood of one must survive its change.</summary>
internal static class HpaReader
{
    private const int MostAutoscalers = 2000;

    public static async Task<KubeResult<IReadOnlyList<Hpa>>> ReadAsync(KubeClient client, string ns, CancellationToken cancellationToken)
    {
        var read = await client.ListAsync(
            KubePaths.Autoscalers(ns), "", KubeJson.Default.KubeListJsonElement, MostAutoscalers, cancellationToken);
        return read.Failed(out var error, out var items) ? new(error) : new([.. items.Items.Select(Hpa.Of)]);
    }

    public static async Task<KubeResult<Hpa>> ReadAsync(KubeClient client, string ns, string name, CancellationToken cancellationToken)
    {
        var read = await client.GetAsync(KubePaths.Autoscaler(ns, name), KubeJson.Default.JsonObject, cancellationToken);
        return read.Failed(out var error, out var item)
            ? new(error)
            : new(Hpa.Of(JsonSerializer.SerializeToElement(item, KubeJson.Default.JsonObject)));
    }
}
