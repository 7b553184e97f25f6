namespace AiFixer.Playground.Store;

/// <summary>Everything the practice API keeps.</summary>
internal static class Resources
{
    public static readonly ResourceType Namespaces = new("", "v1", "namespaces", "namespace", "Namespace", false, "ns");
    public static readonly ResourceType Nodes = new("", "v1", "nodes", "node", "Node", false, "no");
    public static readonly ResourceType Pods = new("", "v1", "pods", "pod", "Pod", true, "po");
    public static readonly ResourceType Events = new("", "v1", "events", "event", "Event", true, "ev");
    public static readonly ResourceType Services = new("", "v1", "services", "service", "Service", true, "svc");
    public static readonly ResourceType Endpoints = new("", "v1", "endpoints", "endpoints", "Endpoints", true, "ep");
    public static readonly ResourceType ConfigMaps = new("", "v1", "configmaps", "configmap", "ConfigMap", true, "cm");
    public static readonly ResourceType Quotas = new("", "v1", "resourcequotas", "resourcequota", "ResourceQuota", true, "quota");
    public static readonly ResourceType VolumeClaims = new("", "v1", "persistentvolumeclaims", "persistentvolumeclaim", "PersistentVolumeClaim", true, "pvc");
    public static readonly ResourceType Deployments = new("apps", "v1", "deployments", "deployment", "Deployment", true, "deploy");
    public static readonly ResourceType ReplicaSets = new("apps", "v1", "replicasets", "replicaset", "ReplicaSet", true, "rs");
    public static readonly ResourceType StatefulSets = new("apps", "v1", "statefulsets", "statefulset", "StatefulSet", true, "sts");
    public static readonly ResourceType DaemonSets = new("apps", "v1", "daemonsets", "daemonset", "DaemonSet", true, "ds");
    public static readonly ResourceType ControllerRevisions = new("apps", "v1", "controllerrevisions", "controllerrevision", "ControllerRevision", true);
    public static readonly ResourceType Autoscalers = new("autoscaling", "v2", "horizontalpodautoscalers", "horizontalpodautoscaler", "HorizontalPodAutoscaler", true, "hpa");
    public static readonly ResourceType Budgets = new("policy", "v1", "poddisruptionbudgets", "poddisruptionbudget", "PodDisruptionBudget", true, "pdb");
    public static readonly ResourceType EndpointSlices = new("discovery.k8s.io", "v1", "endpointslices", "endpointslice", "EndpointSlice", true);
    public static readonly ResourceType LimitRanges = new("", "v1", "limitranges", "limitrange", "LimitRange", true, "limits");
    public static readonly ResourceType Volumes = new("", "v1", "persistentvolumes", "persistentvolume", "PersistentVolume", false, "pv");
    public static readonly ResourceType Jobs = new("batch", "v1", "jobs", "job", "Job", true);
    public static readonly ResourceType CronJobs = new("batch", "v1", "cronjobs", "cronjob", "CronJob", true, "cj");
    public static readonly ResourceType Ingresses = new("networking.k8s.io", "v1", "ingresses", "ingress", "Ingress", true, "ing");
    public static readonly ResourceType NetworkPolicies = new("networking.k8s.io", "v1", "networkpolicies", "networkpolicy", "NetworkPolicy", true, "netpol");
    public static readonly ResourceType Leases = new("coordination.k8s.io", "v1", "leases", "lease", "Lease", true);

    public static readonly ResourceType Secrets = new("", "v1", "secrets", "secret", "Secret", true);
    public static readonly ResourceType ServiceAccounts = new("", "v1", "serviceaccounts", "serviceaccount", "ServiceAccount", true, "sa");
    public static readonly ResourceType Roles = new("rbac.authorization.k8s.io", "v1", "roles", "role", "Role", true);
    public static readonly ResourceType RoleBindings = new("rbac.authorization.k8s.io", "v1", "rolebindings", "rolebinding", "RoleBinding", true);
    public static readonly ResourceType ClusterRoles = new("rbac.authorization.k8s.io", "v1", "clusterroles", "clusterrole", "ClusterRole", false);
    public static readonly ResourceType ClusterRoleBindings = new("rbac.authorization.k8s.io", "v1", "clusterrolebindings", "clusterrolebinding", "ClusterRoleBinding", false);
    public static readonly ResourceType StorageClasses = new("storage.k8s.io", "v1", "storageclasses", "storageclass", "StorageClass", false, "sc");
    public static readonly ResourceType PriorityClasses = new("scheduling.k8s.io", "v1", "priorityclasses", "priorityclass", "PriorityClass", false, "pc");
    public static readonly ResourceType ServiceMonitors = new("monitoring.coreos.com", "v1", "servicemonitors", "servicemonitor", "ServiceMonitor", true, "smon");

    public static readonly IReadOnlyList<ResourceType> All =
    [
        Namespaces, Nodes, Pods, Events, Services, Endpoints, ConfigMaps, Quotas, VolumeClaims, Deployments, ReplicaSets, StatefulSets, DaemonSets,
        ControllerRevisions, Autoscalers, Budgets, EndpointSlices, Leases,
        LimitRanges, Volumes, Jobs, CronJobs, Ingresses, NetworkPolicies,
        Secrets, ServiceAccounts, Roles, RoleBindings, ClusterRoles, ClusterRoleBindings, StorageClasses, PriorityClasses, ServiceMonitors,
    ];

    /// <summary>Types whose spec has a generation.</summary>
    public static bool HasGeneration(ResourceType type) => type.Group is "apps" or "policy" && type != ControllerRevisions;

    /// <summary>Types whose pods follow a number of replicas that others may set.</summary>
    public static bool Scales(ResourceType type) => type == Deployments || type == ReplicaSets || type == StatefulSets;

    public static ResourceType? Find(string group, string version, string plural) =>
        All.FirstOrDefault(type => type.Group == group && type.Version == version && type.Plural == plural);
}
