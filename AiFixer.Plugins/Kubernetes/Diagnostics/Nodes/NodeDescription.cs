namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.describe_node</c>.</summary>
internal sealed record NodeDescription(
    string Name, string Uid, bool Ready, bool Cordoned, string? Kubelet, IReadOnlyList<ConditionData> Conditions, IReadOnlyList<string> Taints,
    IReadOnlyDictionary<string, string> Allocatable, RequestedData Requested, NodeUsageData? Usage, IReadOnlyList<NodePodData> Pods, bool MorePods,
    IReadOnlyList<EventData> Events)
{
    public static NodeDescription Of(Node node, KubeItems<Pod> pods, NodeUsageData? usage, IReadOnlyList<EventData> events)
    {
        var room = node.Status?.Allocatable ?? [];
        return new(
            node.Metadata.Name, node.Metadata.Uid, node.IsReady, node.IsCordoned, node.Status?.NodeInfo?.KubeletVersion,
            [.. (node.Status?.Conditions ?? []).Select(c => new ConditionData(c.Type, c.Status, c.Reason ?? "", c.Message ?? ""))],
            [.. (node.Spec?.Taints ?? []).Select(t => $"{t.Key}{(string.IsNullOrEmpty(t.Value) ? "" : $"={t.Value}")}:{t.Effect}")],
            room, RequestedData.Of(pods.Items, room), usage, [.. pods.Items.Select(NodePodData.Of)], pods.More, events);
    }
}
