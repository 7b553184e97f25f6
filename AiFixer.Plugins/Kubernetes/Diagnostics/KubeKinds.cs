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
        ["nodes"] = ("/api/v1", "nodes", false),
        ["namespaces"] = ("/api/v1", "namespaces", false),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The collection's path; all namespaces when none is given.</summary>
    public static string Path(string kind, string ns)
    {
        var (api, plural, namespaced) = Known[kind];
        return namespaced && ns.Length > 0 ? $"{api}/namespaces/{KubePaths.Escape(ns)}/{plural}" : $"{api}/{plural}";
    }

    public static bool NeedsNamespace(string kind) => Known[kind].Namespaced;
}
