namespace AiFixer.Plugins.Kubernetes;

/// <summary>What each plugin has to be allowed. A dry run needs what the real thing needs.</summary>
internal static class KubePermissions
{
    private const string Apps = "apps";
    private const string Metrics = "metrics.k8s.io";
    private const string Scaling = "autoscaling";

    private static readonly KubePermission[] Rollout =
        [new("get", Apps, "deployments"), new("list", Apps, "replicasets")];

    private static readonly KubePermission[] PatchDeployment =
        [.. Rollout, new("list", "", "pods"), new("patch", Apps, "deployments")];

    private static readonly KubePermission[] SwitchNode =
        [new("list", "", "nodes"), new("get", "", "nodes"), new("patch", "", "nodes")];

    /// <summary>By plugin name. The two kubectl plugins need what the plugins they come to need.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<KubePermission>> ByPlugin { get; } = new Dictionary<string, IReadOnlyList<KubePermission>>(StringComparer.Ordinal)
    {
        ["k8s.get"] = [.. KubeKinds.All.SelectMany(k => new[] { new KubePermission("get", k.Group, k.Plural), new KubePermission("list", k.Group, k.Plural) })],
        ["k8s.list_pods"] = [new("list", "", "pods")],
        ["k8s.describe_pod"] = [new("get", "", "pods"), new("list", "", "events")],
        ["k8s.describe_node"] =
            [new("get", "", "nodes"), new("list", "", "pods") { Everywhere = true }, new("list", "", "events") { Everywhere = true }],
        ["k8s.get_pod_logs"] = [new("get", "", "pods"), new("get", "", "pods/log")],
        ["k8s.get_events"] = [new("list", "", "events")],
        ["k8s.top_pods"] = [new("list", Metrics, "pods")],
        ["k8s.top_nodes"] = [new("list", Metrics, "nodes")],
        ["k8s.rollout_history"] = Rollout,
        ["k8s.restart_pod"] =
        [
            new("get", "", "pods"), new("list", "", "pods"), new("delete", "", "pods"), new("create", "", "pods/eviction"),
            new("get", Apps, "replicasets"), new("get", Apps, "statefulsets"), new("get", Apps, "daemonsets"),
        ],
        ["k8s.restart_deployment"] = PatchDeployment,
        ["k8s.rollback_deployment"] = PatchDeployment,
        ["k8s.scale_deployment"] =
        [
            .. Rollout, new("list", "", "pods"), new("get", Apps, "deployments/scale"), new("patch", Apps, "deployments/scale"),
            new("list", Scaling, "horizontalpodautoscalers"),
        ],
        ["k8s.cordon_node"] = SwitchNode,
        ["k8s.uncordon_node"] = SwitchNode,
        ["k8s.delete_evicted_pods"] = [new("list", "", "pods"), new("delete", "", "pods")],
        ["k8s.set_resources"] = [.. PatchDeployment, new("list", Metrics, "pods"), new("list", "", "nodes")],
        ["k8s.patch_probe"] = PatchDeployment,
        ["k8s.apply_hpa"] =
        [
            .. Rollout, new("list", "", "pods"), new("list", Scaling, "horizontalpodautoscalers"), new("get", Scaling, "horizontalpodautoscalers"),
            new("create", Scaling, "horizontalpodautoscalers"), new("patch", Scaling, "horizontalpodautoscalers"),
        ],
    };
}
