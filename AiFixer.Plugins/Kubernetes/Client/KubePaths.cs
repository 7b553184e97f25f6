namespace AiFixer.Plugins.Kubernetes;

/// <summary>Where things live in the API.</summary>
internal static class KubePaths
{
    public static string Deployment(string ns, string name) => $"/apis/apps/v1/namespaces/{Escape(ns)}/deployments/{Escape(name)}";

    public static string Scale(string ns, string name) => $"{Deployment(ns, name)}/scale";

    public static string ReplicaSets(string ns) => $"/apis/apps/v1/namespaces/{Escape(ns)}/replicasets";

    public static string Autoscalers(string ns) => $"/apis/autoscaling/v2/namespaces/{Escape(ns)}/horizontalpodautoscalers";

    public static string Pods(string ns) => $"/api/v1/namespaces/{Escape(ns)}/pods";

    public static string Pod(string ns, string name) => $"{Pods(ns)}/{Escape(name)}";

    public static string Events(string ns) => $"/api/v1/namespaces/{Escape(ns)}/events";

    public static string LabelSelector(string? selector) => Parameter("labelSelector", selector);

    public static string FieldSelector(string? selector) => Parameter("fieldSelector", selector);

    public static string Escape(string segment) => Uri.EscapeDataString(segment);

    private static string Parameter(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Escape(value)}";
}
