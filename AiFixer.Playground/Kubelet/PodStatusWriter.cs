using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Kubelet;

/// <summary>A pod's status as the API shows it. A crash-looping pod has phase Running.</summary>
internal static class PodStatusWriter
{
    public static JsonObject Write(PodRun run)
    {
        var status = new JsonObject { ["phase"] = Phase(run), ["conditions"] = Conditions(run) };
        if (run.Stage == PodStage.Unscheduled)
            return With(status, "qosClass", "BestEffort");
        status["hostIP"] = "127.0.0.1";
        status["startTime"] = KubeTime.Seconds(run.ScheduledAt);
        if (run.Address is { } address)
        {
            status["podIP"] = address;
            status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = address });
        }

        var containers = run.Pod.Spec.Arr("containers") ?? [];
        status["containerStatuses"] = new JsonArray([.. containers.Select((container, index) => ContainerStatusWriter.Write(run, container!, index))]);
        return With(status, "qosClass", "BestEffort");
    }

    private static string Phase(PodRun run) => run.Stage is PodStage.Unscheduled or PodStage.Creating ? "Pending" : "Running";

    private static JsonArray Conditions(PodRun run)
    {
        if (run.Stage == PodStage.Unscheduled)
            return [Condition("PodScheduled", false, run.ScheduledAt, "Unschedulable", "0 nodes are available")];
        var ready = run.Stage == PodStage.Ready;
        var names = string.Join(" ", (run.Pod.Spec.Arr("containers") ?? []).Select(container => container.Str("name")));
        var (reason, message) = ready ? (null, null) : ("ContainersNotReady", $"containers with unready status: [{names}]");
        return
        [
            Condition("PodReadyToStartContainers", run.Stage != PodStage.Creating, run.ScheduledAt),
            Condition("Initialized", true, run.ScheduledAt),
            Condition("Ready", ready, run.ReadinessChangedAt, reason, message),
            Condition("ContainersReady", ready, run.ReadinessChangedAt, reason, message),
            Condition("PodScheduled", true, run.ScheduledAt),
        ];
    }

    private static JsonObject Condition(string type, bool holds, DateTimeOffset since, string? reason = null, string? message = null)
    {
        var condition = new JsonObject
        {
            ["type"] = type,
            ["status"] = holds ? "True" : "False",
            ["lastProbeTime"] = null,
            ["lastTransitionTime"] = KubeTime.Seconds(since),
        };
        if (reason is not null)
            condition["reason"] = reason;
        if (message is not null)
            condition["message"] = message;
        return condition;
    }

    private static JsonObject With(JsonObject status, string key, string value)
    {
        status[key] = value;
        return status;
    }
}
