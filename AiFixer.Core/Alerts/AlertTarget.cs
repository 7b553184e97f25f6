using System.Buffers;
using AiFixer.Plugins;

namespace AiFixer.Core.Alerts;

/// <summary>What an alert is about, told from its labels. Nothing is guessed that a fix could hit wrongly.</summary>
internal static class AlertTarget
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly string[] NamespaceLabels = ["exported_namespace", "namespace", "kubernetes_namespace"];
    private static readonly string[] PodLabels = ["exported_pod", "pod", "pod_name"];
    private static readonly string[] Kinds = ["deployment", "statefulset", "daemonset"];
    private static readonly string[] AppLabels = ["app", "app_kubernetes_io_name", "app.kubernetes.io/name"];

    public static TargetRef? Of(IReadOnlyDictionary<string, string> labels, AlertOptions options)
    {
        if (First(labels, NamespaceLabels) is not { } space || Workload(labels) is not var (kind, name) || !IsName(space) || !IsName(name))
            return null;
        return Connection(labels, options) is { } connection ? new(connection, kind, space, name) : null;
    }

    /// <summary>Null for a cluster that the table of clusters does not know: another cluster's namesake must not be fixed.</summary>
    private static string? Connection(IReadOnlyDictionary<string, string> labels, AlertOptions options) =>
        labels.TryGetValue("cluster", out var cluster) && options.Clusters.Count > 0 ? options.Clusters.GetValueOrDefault(cluster) : "default";

    public static string? Pod(IReadOnlyDictionary<string, string> labels) => First(labels, PodLabels);

    private static (string Kind, string Name)? Workload(IReadOnlyDictionary<string, string> labels)
    {
        foreach (var kind in Kinds)
        {
            if (labels.TryGetValue(kind, out var name))
                return (kind, name);
        }

        if (labels.TryGetValue("workload", out var workload))
            return (labels.TryGetValue("workload_type", out var type) ? type.ToLowerInvariant() : "deployment", workload);
        if (Pod(labels) is { } pod)
            return WorkloadName.OfPod(pod);
        return First(labels, AppLabels) is { } app ? ("deployment", app) : null;
    }

    private static string? First(IReadOnlyDictionary<string, string> labels, string[] names)
    {
        foreach (var name in names)
        {
            if (labels.TryGetValue(name, out var value) && value.Length > 0)
                return value;
        }

        return null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 253 && text.AsSpan().IndexOfAnyExcept(NameLetters) < 0 && text[0] != '.' && text[0] != '-';
}
