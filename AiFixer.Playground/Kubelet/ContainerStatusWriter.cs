using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>The status of one container; only the main one of a pod ever fails.</summary>
internal static class ContainerStatusWriter
{
    public static JsonNode Write(PodRun run, JsonNode container, int index)
    {
        var main = index == run.Main;
        var up = run.Stage is PodStage.Starting or PodStage.Ready or PodStage.Unready;
        var started = up || (!main && run.Stage is not (PodStage.Creating or PodStage.Failed));
        var id = WorldIds.Letters(StableHash.Of($"{run.Pod.Uid}/{index}/{run.Restarts}"));
        return new JsonObject
        {
            ["name"] = container.Str("name"),
            ["state"] = main || !started ? State(run, id) : Running(run.ScheduledAt),
            ["lastState"] = main && run.LastExit is { } exit && run.Stage is not (PodStage.Exited or PodStage.Failed) ? Terminated(exit, id) : new JsonObject(),
            ["ready"] = started && (!main || run.Stage == PodStage.Ready),
            ["restartCount"] = main ? run.Restarts : 0,
            ["image"] = container.Str("image"),
            ["imageID"] = "",
            ["containerID"] = started ? $"containerd://{id}" : null,
            ["started"] = started,
        };
    }

    private static JsonObject State(PodRun run, string id) => run.Stage switch
    {
        PodStage.Creating => Waiting("ContainerCreating"),
        PodStage.PullError => Waiting("ErrImagePull", run.Message),
        PodStage.PullBackOff => Waiting("ImagePullBackOff", $"Back-off pulling image \"{run.Image}\": ErrImagePull: {run.Message}"),
        PodStage.ConfigError => Waiting("CreateContainerConfigError", run.Message),
        PodStage.Exited or PodStage.Failed => Terminated(run.LastExit!, id),
        PodStage.BackOff => Waiting("CrashLoopBackOff", run.Message),
        _ => Running(run.StartedAt),
    };

    private static JsonObject Running(DateTimeOffset since) =>
        new() { ["running"] = new JsonObject { ["startedAt"] = KubeTime.Seconds(since) } };

    private static JsonObject Waiting(string reason, string? message = null)
    {
        var waiting = new JsonObject { ["reason"] = reason };
        if (message is not null)
            waiting["message"] = message;
        return new() { ["waiting"] = waiting };
    }

    private static JsonObject Terminated(ContainerExit exit, string id) => new()
    {
        ["terminated"] = new JsonObject
        {
            ["exitCode"] = exit.Code,
            ["reason"] = exit.Reason,
            ["startedAt"] = KubeTime.Seconds(exit.Started),
            ["finishedAt"] = KubeTime.Seconds(exit.Finished),
            ["containerID"] = $"containerd://{id}",
        },
    };
}
