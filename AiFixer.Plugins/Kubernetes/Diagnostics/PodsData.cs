namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.list_pods</c>.</summary>
internal sealed record PodsData(IReadOnlyList<PodData> Pods);
