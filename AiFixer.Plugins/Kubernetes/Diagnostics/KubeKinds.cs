namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// What <c>k8s.get</c> may read. Secrets are not among them and never will be; neither are config maps, which hold
/// passwords often enough.
/// </summary>
internal static class KubeKinds
{
    private static readonly Dictionary<string, (string Api, string Plural, bool Namespaced)> Known = new(StringComparer.Ordinal)
    {
        ["pods"] = ("/api/v1", "pods", true),
        ["deployments"] = ("/apis/apps/v1", "deployments", true),
        ["replicasets"] = ("/apis/apps/v1", "replicasets", true),
        ["statefulsets"] = ("/apis/apps/v1", "statefulsets", true),
        ["daemonsets"] = ("/apis/apps/v1", "daemonsets", true),
        ["services"] = ("/api/v1", "services", true),
        ["endpoints"] = ("/api/v1", "endpoints", true),
        ["hpas"] = ("/apis/autoscaling/v2", "horizontalpodautoscalers", true),
        ["quotas"] = ("/api/v1", "resourcequotas", true),
        ["pvcs"] = ("/api/v1", "persistentvolumeclaims", true),
        ["jobs"] = ("/apis/batch/v1", "jobs", true),
        ["cronjobs"] = ("/apis/batch/v1", "cronjobs", true),
        ["ingresses"] = ("/apis/networking.k8s.io/v1", "ingresses", true),
        ["networkpolicies"] = ("/apis/networking.k8s.io/v1", "networkpolicies", true),
        ["endpointslices"] = ("/apis/discovery.k8s.io/v1", "endpointslices", true),
        ["pdbs"] = ("/apis/policy/v1", "poddisruptionbudgets", true),
        ["limitranges"] = ("/api/v1", "limitranges", true),
        ["controllerrevisions"] = ("/apis/apps/v1", "controllerrevisions", true),
        ["leases"] = ("/apis/coordination.k8s.io/v1", "leases", true),
        ["pvs"] = ("/api/v1", "persistentvolumes", false),
        ["storageclasses"] = ("/apis/storage.k8s.io/v1", "storageclasses", false),
        ["priorityclasses"] = ("/apis/scheduling.k8s.io/v1", "priorityclasses", false),
        ["nodes"] = ("/api/v1", "nodes", false),
        ["namespaces"] = ("/api/v1", "namespaces", false),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Every kind as the API calls it.</summary>
    public static IEnumerable<(string Group, string Plural)> All =>
        Known.Values.Select(k => (k.Api.StartsWith("/apis/", StringComparison.Ordinal) ? k.Api.Split('/')[2] : "", k.Plural));

    /// <summary>The collection's path; all namespaces when none is given.</summary>
    public static string Path(string kind, string ns)
    {
        var (api, plural, namespaced) = Known[kind];
        return namespaced && ns.Length > 0 ? $"{api}/namespaces/{KubePaths.Escape(ns)}/{plural}" : $"{api}/{plural}";
    }

    public static bool NeedsNamespace(string kind) => Known[kind].Namespaced;
}
