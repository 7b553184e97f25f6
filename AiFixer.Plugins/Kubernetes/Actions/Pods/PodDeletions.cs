using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Pods to delete, each by its identity; its JSON is a plan's payload.</summary>
internal sealed record PodDeletions(string Namespace, IReadOnlyList<PodDeletions.One> Pods)
{
    public static PodDeletions? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, KubeJson.Default.PodDeletions) is { Namespace: not null, Pods.Count: > 0 } all ? all : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IEnumerable<WritePayload> Writes() => Pods.Select(p => WritePayload.DeletePod(Namespace, p.Name, p.Uid));

    public string ToPayload() => JsonSerializer.Serialize(this, KubeJson.Default.PodDeletions);

    /// <summary>The calls as people read them.</summary>
    public string ToCall() => OutsideText.Visible(string.Join('\n', Pods.Select(p => $"DELETE {KubePaths.Pod(Namespace, p.Name)} (uid {p.Uid})")));

    internal sealed record One(string Name, string Uid);
}
