using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>The status of one container; only the first one of a pod ever fails.</summary>
internal static class ContainerStatusWriter
{
    public static JsonNode Write(PodRun run, JsonNode container, int index)
    {
        var main = index == 0;
        var up = run.Stage is PodStage.Starting or PodStage.Ready or PodStage.Unready;
        var started = up || (!main && run.Stage != PodStage.Creating);
        var id = WorldIds.Letters(StableHash.Of($"{run.Pod.Uid}/{index}/{run.Restarts}"));
        return new JsonObject
        {
            ["name"] = container.Str("name"),
            ["state"] = main ? State(run, id) : started ? Running(run.StartedAt) : Waiting("ContainerCreating"),
            ["lastState"] = main && run.LastExit is { } exit && run.Stage != PodStage.Exited ? Terminated(exit, id) : new JsonObject(),
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
        PodStage.Exited => Terminated(run.LastExit!, id),
        PodStage.BackOff => Waiting("CrashLoopBackOff", $"back-off restarting failed container={run.Container} pod={run.Pod.Name}_{run.Pod.Namespace}({run.Pod.Uid})"),
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
            ["exitCode"] = 1,
            ["reason"] = "Error",
            ["startedAt"] = KubeTime.Seconds(exit.Started),
            ["finishedAt"] = KubeTime.Seconds(exit.Finished),
            ["containerID"] = $"containerd://{id}",
        },
    };
}
