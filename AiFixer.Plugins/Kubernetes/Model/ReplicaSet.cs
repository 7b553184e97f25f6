using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

internal sealed record ReplicaSet(ObjectMeta Metadata, ReplicaSet.ReplicaSetSpec Spec, ReplicaSet.ReplicaSetStatus? Status)
{
    internal sealed record ReplicaSetSpec(int? Replicas, JsonElement Template);

    internal sealed record ReplicaSetStatus(int Replicas, int ReadyReplicas);
}
