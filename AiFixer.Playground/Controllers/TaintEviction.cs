using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Deletes pods from nodes with a NoExecute taint once their toleration runs out.</summary>
internal sealed class TaintEviction(WorldClock clock, Agenda agenda, EventRecorder events, PodRegistry pods, PodKeeper keeper)
{
    private readonly HashSet<(string Pod, string Taint, DateTimeOffset Since)> planned = [];

    public void Apply(StoredObject node)
    {
        foreach (var taint in Taints.Of(node).Where(taint => taint.Str("effect") == "NoExecute").ToList())
        {
            var since = KubeTime.Parse(taint.Str("timeAdded")) ?? clock.Now;
            foreach (var run in pods.OnNode(node.Name).Where(run => !run.Pod.Deleting).ToList())
                Plan(node, run, taint, since);
        }
    }

    private void Plan(StoredObject node, PodRun run, JsonObject taint, DateTimeOffset since)
    {
        var key = (run.Pod.Uid, taint.Str("key") ?? "", since);
        if (Taints.Patience(run.Pod.Spec, taint) is not { } patience || !planned.Add(key))
            return;
        agenda.At(Later(since + patience, clock.Now), () =>
        {
            planned.Remove(key);
            if (node.Removed || run.Pod.Removed || run.Pod.Deleting || !Taints.Of(node).Any(now => IsSame(now, taint)))
                return;
            events.Normal(run.Pod, "taint-eviction-controller", "TaintManagerEviction", $"Marking for deletion Pod {run.Pod.Namespace}/{run.Pod.Name}");
            keeper.Terminate(run.Pod);
        });
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static bool IsSame(JsonObject one, JsonObject other) =>
        one.Str("key") == other.Str("key") && one.Str("effect") == other.Str("effect") && one.Str("timeAdded") == other.Str("timeAdded");
}
