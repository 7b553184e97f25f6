namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.top_pods</c>, the largest first.</summary>
internal sealed record TopPodsData(string SortedBy, IReadOnlyList<PodUsageData> Pods);
