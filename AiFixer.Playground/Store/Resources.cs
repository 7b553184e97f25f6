namespace AiFixer.Playground.Store;

/// <summary>Everything the practice API knows.</summary>
internal static class Resources
{
    public static readonly ResourceType Namespaces = new("", "v1", "namespaces", "namespace", "Namespace", false, "ns");
    public static readonly ResourceType Nodes = new("", "v1", "nodes", "node", "Node", false, "no");
    public static readonly ResourceType Pods = new("", "v1", "pods", "pod", "Pod", true, "po");
    public static readonly ResourceType Events = new("", "v1", "events", "event", "Event", true, "ev");
    public static readonly ResourceType Services = new("", "v1", "services", "service", "Service", true, "svc");
    public static readonly ResourceType ConfigMaps = new("", "v1", "configmaps", "configmap", "ConfigMap", true, "cm");
    public static readonly ResourceType Deployments = new("apps", "v1", "deployments", "deployment", "Deployment", true, "deploy");
    public static readonly ResourceType ReplicaSets = new("apps", "v1", "replicasets", "replicaset", "ReplicaSet", true, "rs");
    public static readonly ResourceType Leases = new("coordination.k8s.io", "v1", "leases", "lease", "Lease", true);

    public static readonly IReadOnlyList<ResourceType> All =
        [Namespaces, Nodes, Pods, Events, Services, ConfigMaps, Deployments, ReplicaSets, Leases];

    public static ResourceType? Find(string group, string version, string plural) =>
        All.FirstOrDefault(type => type.Group == group && type.Version == version && type.Plural == plural);
}
