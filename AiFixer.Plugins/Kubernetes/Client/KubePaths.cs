namespace AiFixer.Plugins.Kubernetes;

/// <summary>Where things live in the API.</summary>
internal static class KubePaths
{
    public const string Nodes = "/api/v1/nodes";
    public const string AllPods = "/api/v1/pods";
    public const string AllEvents = "/api/v1/events";
    public const string NodeUsage = $"{Metrics}/nodes";
    public const string AccessReviews = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private const string Metrics = "/apis/metrics.k8s.io/v1beta1";

    public static string Deployment(string ns, string name) => $"{Deployments(ns)}/{Escape(name)}";

    public static string Deployments(string ns) => $"/apis/apps/v1/namespaces/{Escape(ns)}/deployments";

    public static string Scale(string ns, string name) => $"{Deployment(ns, name)}/scale";

    public static string ReplicaSets(string ns) => $"/apis/apps/v1/namespaces/{Escape(ns)}/replicasets";

    public static string Autoscalers(string ns) => $"/apis/autoscaling/v2/namespaces/{Escape(ns)}/horizontalpodautoscalers";

    public static string Pods(string ns) => $"/api/v1/namespaces/{Escape(ns)}/pods";

    public static string Pod(string ns, string name) => $"{Pods(ns)}/{Escape(name)}";

    /// <summary>Null for what does not keep a number of pods.</summary>
    public static string? Workload(string kind, string ns, string name) => kind switch
    {
        "ReplicaSet" => $"{ReplicaSets(ns)}/{Escape(name)}",
        "StatefulSet" => $"/apis/apps/v1/namespaces/{Escape(ns)}/statefulsets/{Escape(name)}",
        "DaemonSet" => $"/apis/apps/v1/namespaces/{Escape(ns)}/daemonsets/{Escape(name)}",
        _ => null,
    };

    public static string Node(string name) => $"{Nodes}/{Escape(name)}";

    public static string Autoscaler(string ns, string name) => $"{Autoscalers(ns)}/{Escape(name)}";

    public static string PodUsage(string ns) => $"{Metrics}/namespaces/{Escape(ns)}/pods";

    public static string Events(string ns) => $"/api/v1/namespaces/{Escape(ns)}/events";

    public static string LabelSelector(string? selector) => Parameter("labelSelector", selector);

    public static string FieldSelector(string? selector) => Parameter("fieldSelector", selector);

    public static string Escape(string segment) => Uri.EscapeDataString(segment);

    private static string Parameter(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Escape(value)}";
}
