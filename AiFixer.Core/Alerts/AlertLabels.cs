using System.Collections.Frozen;

namespace AiFixer.Core.Alerts;

/// <summary>Labels that are kept however many others there are.</summary>
internal static class AlertLabels
{
    private static readonly FrozenSet<string> Needed =
        ("alertname severity priority level cluster namespace exported_namespace deployment statefulset daemonset workload workload_type " +
         "pod pod_name exported_pod instance app service job").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Matter(string name) => Needed.Contains(name);
}
