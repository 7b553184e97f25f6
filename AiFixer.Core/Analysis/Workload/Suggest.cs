using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>Writes suggestions as requests.</summary>
internal static class Suggest
{
    public static SuggestedAction Rollback(WorkloadFacts facts, int revision, string why) =>
        Of("k8s.rollback_deployment", new JsonObject { ["deployment"] = facts.Name, ["namespace"] = facts.Namespace, ["revision"] = revision }, why);

    public static SuggestedAction Scale(WorkloadFacts facts, int replicas, string why) =>
        Of("k8s.scale_deployment", new JsonObject { ["deployment"] = facts.Name, ["namespace"] = facts.Namespace, ["replicas"] = replicas }, why);

    public static SuggestedAction Restart(WorkloadFacts facts, string why) =>
        Of("k8s.restart_deployment", new JsonObject { ["deployment"] = facts.Name, ["namespace"] = facts.Namespace }, why);

    private static SuggestedAction Of(string plugin, JsonObject arguments, string why) =>
        new(new PluginRequest(plugin, arguments.ToJsonString()), why);
}
