using System.Globalization;
using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Tuning;

/// <summary>What was seen of a workload, as far as tuning goes by it. Only a Deployment can be tuned; without one its name stays empty.</summary>
internal static class TuningFactsReader
{
    public static TuningFacts Of(Sight sight, TuningSymptom symptom)
    {
        var facts = new TuningFacts(symptom, "", "") { Rps = sight.Gold?.RequestsPerSecond, P99Ms = sight.Gold?.P99Milliseconds };
        if (sight.Cluster is not { Controller: { Kind: "deployment" } controller } cluster)
            return facts;
        var container = Container(cluster);
        return facts with
        {
            Namespace = cluster.Namespace,
            Deployment = cluster.Workload,
            Connection = sight.Scene.Alert.Target is { Connection: not "default" } target ? target.Connection : null,
            Container = container?.Name,
            Replicas = controller.Desired,
            CpuLimitMillicores = container?.CpuLimit is { } cpu ? Millicores(cpu) : null,
            MemoryLimitBytes = container?.MemoryLimit is { } memory && Quantities.Read(memory) is { } bytes and > 0 and < 1L << 50 ? (long)bytes : null,
        };
    }

    /// <summary>The one that is in trouble; where none is, the only one that there is.</summary>
    private static ContainerView? Container(ClusterFacts facts)
    {
        var all = facts.Standing.SelectMany(pod => pod.Containers).ToList();
        var worst = all.Find(one => one.Ended == "OOMKilled") ?? all.Where(one => one.Restarts > 0 || !one.Ready).MaxBy(one => one.Restarts);
        return worst ?? (all.Select(one => one.Name).Distinct(StringComparer.Ordinal).Count() == 1 ? all[0] : null);
    }

    private static long? Millicores(string text)
    {
        var (number, times) = text.EndsWith('m') ? (text[..^1], 1) : (text, 1000);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1e6 ? (long)(value * times) : null;
    }
}
