using System.Collections.Frozen;

namespace AiFixer.Playground.Cases.Variations.Renaming;

/// <summary>Parts of names that say what a thing is made with, where it runs or what it is for.</summary>
internal static class KeptWords
{
    public static FrozenSet<string> All { get; } =
        ("redis postgres postgresql mysql mongo mongodb kafka rabbitmq nats elasticsearch opensearch memcached dynamo dynamodb sqs nginx envoy istio haproxy "
         + "traefik coredns dns etcd kube kubelet kubernetes scheduler controller manager autoscaler cluster proxy api svc service server client gateway agent worker "
         + "job cron batch database cache queue consumer producer node pool prod production staging dev default system public replica primary rds gke eks aws app "
         + "container main internal external monitoring tls cert").Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
