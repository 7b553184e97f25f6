namespace AiFixer.Plugins.Kubernetes;

/// <summary>One entry of a deployment's history: a ReplicaSet with its number.</summary>
internal sealed record Revision(long Number, ReplicaSet Set);
