using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Printing;

/// <summary>What kubectl prints of a pod; its STATUS is not the phase.</summary>
internal static class PodCells
{
    public static JsonNode Ready(JsonObject pod) =>
        $"{Statuses(pod).Count(status => status.Bool("ready") == true)}/{pod.Obj("spec").Arr("containers")?.Count ?? 0}";

    public static JsonNode? Status(JsonObject pod)
    {
        if (pod.Obj("metadata")!.ContainsKey("deletionTimestamp"))
            return "Terminating";
        var reasons = Statuses(pod).Select(status => status.Obj("state")).Select(state => state.Obj("waiting").Str("reason") ?? state.Obj("terminated").Str("reason"));
        return reasons.FirstOrDefault(reason => reason is not null) ?? pod.Obj("status").Str("reason") ?? pod.Obj("status").Str("phase");
    }

    public static long Restarts(JsonObject pod) => Statuses(pod).Sum(status => status.Int("restartCount") ?? 0);

    public static string? LastRestart(JsonObject pod) =>
        Statuses(pod).Select(status => status.Obj("lastState").Obj("terminated").Str("finishedAt")).Max();

    private static JsonArray Statuses(JsonObject pod) => pod.Obj("status").Arr("containerStatuses") ?? [];
}
