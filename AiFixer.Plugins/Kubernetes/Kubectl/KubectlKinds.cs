namespace AiFixer.Plugins.Kubernetes;

/// <summary>The kinds as kubectl lets people write them.</summary>
internal static class KubectlKinds
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal);

    static KubectlKinds()
    {
        foreach (var (kind, others) in new (string, string[])[]
        {
            ("pods", ["pod", "po"]), ("deployments", ["deployment", "deploy", "deployments.apps", "deployment.apps"]),
            ("replicasets", ["replicaset", "rs", "replicasets.apps"]), ("statefulsets", ["statefulset", "sts", "statefulsets.apps"]),
            ("daemonsets", ["daemonset", "ds", "daemonsets.apps"]), ("services", ["service", "svc"]), ("endpoints", ["ep"]),
            ("hpas", ["hpa", "horizontalpodautoscaler", "horizontalpodautoscalers"]), ("quotas", ["quota", "resourcequota", "resourcequotas"]),
            ("pvcs", ["pvc", "persistentvolumeclaim", "persistentvolumeclaims"]), ("pvs", ["pv", "persistentvolume", "persistentvolumes"]),
            ("jobs", ["job"]), ("cronjobs", ["cronjob", "cj"]), ("ingresses", ["ingress", "ing"]), ("networkpolicies", ["networkpolicy", "netpol"]),
            ("endpointslices", ["endpointslice"]), ("pdbs", ["pdb", "poddisruptionbudget", "poddisruptionbudgets"]), ("limitranges", ["limitrange", "limits"]),
            ("controllerrevisions", ["controllerrevision"]), ("leases", ["lease"]), ("storageclasses", ["storageclass", "sc"]),
            ("priorityclasses", ["priorityclass", "pc"]), ("nodes", ["node", "no"]), ("namespaces", ["namespace", "ns"]), ("events", ["event", "ev"]),
        })
        {
            Known[kind] = kind;
            foreach (var other in others)
                Known[other] = kind;
        }
    }

    public static string? Find(string word) => Known.GetValueOrDefault(word);

    public static string Refusal(string word) => word switch
    {
        "secret" or "secrets" => "secrets are never read",
        "configmap" or "configmaps" or "cm" => "config maps are not read: they hold passwords often enough",
        _ when word.Contains(',', StringComparison.Ordinal) => "one kind at a time",
        _ => $"'{OutsideText.Line(word, 60)}' is no kind that is read here",
    };
}
