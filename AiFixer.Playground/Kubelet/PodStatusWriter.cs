using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Kubelet;

/// <summary>A pod's status as the API shows it. A crash-looping pod has phase Running.</summary>
internal static class PodStatusWriter
{
    public static JsonObject Write(PodRun run)
    {
        var status = new JsonObject { ["phase"] = Phase(run), ["conditions"] = Conditions(run) };
        if (run.Stage != PodStage.Unscheduled)
            Placed(run, status);
        status["qosClass"] = run.QosClass;
        return status;
    }

    private static void Placed(PodRun run, JsonObject status)
    {
        status["hostIP"] = run.HostAddress;
        status["startTime"] = KubeTime.Seconds(run.ScheduledAt);
        if (run.Stage == PodStage.Evicted)
        {
            status["reason"] = "Evicted";
            status["message"] = run.Message;
            return;
        }

        if (run.Address is { } address)
        {
            status["podIP"] = address;
            status["podIPs"] = new JsonArray(new JsonObject { ["ip"] = address });
        }

        var containers = run.Pod.Spec.Arr("containers") ?? [];
        status["containerStatuses"] = new JsonArray([.. containers.Select((container, index) => ContainerStatusWriter.Write(run, container!, index))]);
    }

    private static string Phase(PodRun run) => run.Stage switch
    {
        PodStage.Unscheduled or PodStage.Creating or PodStage.PullError or PodStage.PullBackOff => "Pending",
        PodStage.ConfigError => run.LastExit is null ? "Pending" : "Running",
        PodStage.Evicted or PodStage.Failed => "Failed",
        _ => "Running",
    };

    private static JsonArray Conditions(PodRun run)
    {
        if (run.Stage == PodStage.Unscheduled)
            return [Condition("PodScheduled", false, run.ScheduledAt, "Unschedulable", run.Message)];
        var names = string.Join(" ", (run.Pod.Spec.Arr("containers") ?? []).Select(container => container.Str("name")));
        var (reason, message) = run switch
        {
            { IsReady: true } or { KnownLost: true } => (null, null),
            { IsOver: true } => ("PodFailed", (string?)null),
            _ => ("ContainersNotReady", $"containers with unready status: [{names}]"),
        };
        var conditions = new JsonArray(
            Condition("PodReadyToStartContainers", run.Stage != PodStage.Creating && !run.IsOver, run.ScheduledAt),
            Condition("Initialized", true, run.ScheduledAt),
            Condition("Ready", run.IsReady, run.ReadinessChangedAt, reason, message),
            Condition("ContainersReady", run.Stage == PodStage.Ready, run.ReadinessChangedAt, reason, message),
            Condition("PodScheduled", true, run.ScheduledAt));
        if (run.Stage == PodStage.Evicted)
            conditions.Insert(0, Condition("DisruptionTarget", true, run.ReadinessChangedAt, "TerminationByKubelet", run.Message));
        return conditions;
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
}
