using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Validation;

/// <summary>What the server fills in when a writer leaves it out.</summary>
internal static class Defaults
{
    public static void Apply(ResourceType type, JsonObject json)
    {
        if (type == Resources.Deployments && json["spec"] is JsonObject deployment)
            Deployment(deployment);
        if (type == Resources.ReplicaSets && json["spec"] is JsonObject set)
            set["replicas"] ??= 1;
        if (type == Resources.Pods && json["spec"] is JsonObject pod)
            PodDefaults.Apply(pod);
        if ((type == Resources.StatefulSets || type == Resources.DaemonSets) && json["spec"] is JsonObject owner)
            Owner(type, owner);
        if (type == Resources.Autoscalers && json["spec"] is JsonObject autoscaler)
            autoscaler["minReplicas"] ??= 1;
        if (type == Resources.Services && json["spec"] is JsonObject service)
            Service(service);
        if (type == Resources.VolumeClaims)
            json["status"] ??= new JsonObject { ["phase"] = "Pending" };
        if (type == Resources.Namespaces)
            json["status"] ??= new JsonObject { ["phase"] = "Active" };
        if (type == Resources.Nodes && json["spec"] is JsonObject node && node.Bool("unschedulable") != true)
            node.Remove("unschedulable");
    }

    private static void Pod(JsonObject json, JsonObject spec)
    {
        PodDefaults.Apply(spec);
        json["status"] ??= new JsonObject { ["phase"] = "Pending", ["qosClass"] = PodResources.QosClass(spec) };
    }

    private static void Owner(ResourceType type, JsonObject spec)
    {
        if (type == Resources.StatefulSets)
        {
            spec["replicas"] ??= 1;
            spec["podManagementPolicy"] ??= "OrderedReady";
        }

        spec["revisionHistoryLimit"] ??= 10;
        spec.Ensure("updateStrategy")["type"] ??= "RollingUpdate";
        if (spec.Obj("template") is not { } template)
            return;
        template.Ensure("metadata")["creationTimestamp"] = null;
        if (template["spec"] is JsonObject pod)
            PodDefaults.Apply(pod);
    }

    private static void Service(JsonObject spec)
    {
        spec["type"] ??= "ClusterIP";
        spec["sessionAffinity"] ??= "None";
        foreach (var port in (spec.Arr("ports") ?? []).OfType<JsonObject>())
        {
            port["protocol"] ??= "TCP";
            port["targetPort"] ??= port["port"]?.DeepClone();
        }
    }

    private static void Deployment(JsonObject spec)
    {
        spec["replicas"] ??= 1;
        spec["revisionHistoryLimit"] ??= 10;
        spec["progressDeadlineSeconds"] ??= 600;
        if (spec.Bool("paused") == false)
            spec.Remove("paused");
        var strategy = spec.Ensure("strategy");
        strategy["type"] ??= "RollingUpdate";
        if (strategy.Str("type") == "RollingUpdate")
        {
            var rolling = strategy.Ensure("rollingUpdate");
            rolling["maxUnavailable"] ??= "25%";
            rolling["maxSurge"] ??= "25%";
        }

        if (spec.Obj("template") is not { } template)
            return;
        template.Ensure("metadata")["creationTimestamp"] = null;
        if (template["spec"] is JsonObject pod)
            PodDefaults.Apply(pod);
    }
}
