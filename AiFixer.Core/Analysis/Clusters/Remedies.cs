using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Calls that would help, with their arguments in full.</summary>
internal static class Remedies
{
    private const long LeastMemory = 1L << 30;

    /// <summary>Back to the newest revision before this one that has run.</summary>
    public static SuggestedAction? Rollback(ClusterFacts facts) => facts.Rollout?.Previous is { } previous && IsDeployment(facts)
        ? Of("k8s.rollback_deployment", On(facts, ("revision", previous.Number)), $"Go back to revision {previous.Number} ({previous.Image}), {(previous.Ready > 0 ? "which still runs" : "the one before; whether it ran well is not seen")}.")
        : null;

    public static SuggestedAction? Restart(ClusterFacts facts) => IsDeployment(facts)
        ? Of("k8s.restart_deployment", On(facts), "A clean start clears what a crash left behind.")
        : null;

    /// <summary>Half as many again: enough to tell whether more copies help.</summary>
    public static SuggestedAction? Scale(ClusterFacts facts)
    {
        if (facts.Controller is not { Desired: > 0 } controller || !IsDeployment(facts))
            return null;
        var replicas = Math.Min(100, controller.Desired + Math.Max(1, (controller.Desired + 1) / 2));
        return Of("k8s.scale_deployment", On(facts, ("replicas", replicas)), $"Share the load among {replicas} replicas instead of {controller.Desired}.");
    }

    /// <summary>A gibibyte, or half as much again as today where that is more; never less.</summary>
    public static SuggestedAction? MoreMemory(ClusterFacts facts, ContainerView container)
    {
        if (!IsDeployment(facts))
            return null;
        var today = Changes.Quantities.Read(container.MemoryLimit ?? "") ?? 0;
        var mebibytes = (long)Math.Ceiling(Math.Max(LeastMemory, today * 1.5) / (1 << 20));
        return Of(
            "k8s.set_resources", On(facts, ("container", container.Name), ("memory_limit", $"{mebibytes}Mi")),
            container.MemoryLimit is null ? $"Give {container.Name} {mebibytes}Mi of memory." : $"Raise the memory limit of {container.Name} from {container.MemoryLimit} to {mebibytes}Mi.");
    }

    public static SuggestedAction DeleteEvicted(ClusterFacts facts) =>
        Of("k8s.delete_evicted_pods", new() { ["namespace"] = facts.Namespace }, "Clear away what was evicted.");

    private static bool IsDeployment(ClusterFacts facts) => facts.Controller is { Kind: "deployment" } || facts.Rollout is not null;

    private static JsonObject On(ClusterFacts facts, params (string Name, JsonNode Value)[] more)
    {
        var arguments = new JsonObject { ["deployment"] = facts.Workload, ["namespace"] = facts.Namespace };
        foreach (var (name, value) in more)
            arguments[name] = value;
        return arguments;
    }

    private static SuggestedAction Of(string plugin, JsonObject arguments, string why) => new(new PluginRequest(plugin, arguments.ToJsonString()), why);
}
