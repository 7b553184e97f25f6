namespace AiFixer.Plugins.Kubernetes;

/// <summary>What the nodes use, the largest by CPU first.</summary>
internal sealed record TopNodesData(IReadOnlyList<NodeUsageData> Nodes);
