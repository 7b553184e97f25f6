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
        if (type == Resources.RoleBindings || type == Resources.ClusterRoleBindings)
            Binding(json);
        if (type == Resources.NetworkPolicies && json["spec"] is JsonObject policy)
            NetworkPolicy(policy);
        if (type == Resources.Secrets)
            Secret(json);
        if (type == Resources.VolumeClaims && json["spec"] is JsonObject claim)
            claim["volumeMode"] ??= "Filesystem";
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

    private static void Binding(JsonObject json)
    {
        json.Ensure("roleRef")["apiGroup"] ??= Access.RoleRules.Group;
        foreach (var subject in (json.Arr("subjects") ?? []).OfType<JsonObject>().Where(subject => subject.Str("kind") is "User" or "Group"))
            subject["apiGroup"] ??= Access.RoleRules.Group;
    }

    /// <summary>What is said about going out counts only where it is said.</summary>
    private static void NetworkPolicy(JsonObject spec)
    {
        spec["policyTypes"] ??= spec.Arr("egress") is { Count: > 0 } ? new JsonArray("Ingress", "Egress") : new JsonArray("Ingress");
        foreach (var rule in (spec.Arr("ingress") ?? []).Concat(spec.Arr("egress") ?? []))
            foreach (var port in (rule.Arr("ports") ?? []).OfType<JsonObject>())
                port["protocol"] ??= "TCP";
    }

    /// <summary>Text that is given as it is becomes data, and is not shown as it was given.</summary>
    private static void Secret(JsonObject json)
    {
        json["type"] ??= "Opaque";
        foreach (var (key, value) in json.Obj("stringData")?.ToList() ?? [])
            json.Ensure("data")[key] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value.AsText() ?? ""));
        json.Remove("stringData");
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
