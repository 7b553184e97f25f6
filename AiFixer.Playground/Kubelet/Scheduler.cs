using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Kubelet;

/// <summary>Gives pods their nodes in turn, leaving cordoned ones out.</summary>
internal sealed class Scheduler(ObjectStore store, WorldClock clock, EventRecorder events)
{
    private int placed;

    public bool Place(PodRun run)
    {
        var nodes = store.List(Resources.Nodes).ToList();
        var open = nodes.FindAll(node => node.Spec.Bool("unschedulable") != true);
        if (open.Count == 0)
        {
            events.Warning(run.Pod, "default-scheduler", "FailedScheduling", $"0/{nodes.Count} nodes are available: {nodes.Count} node(s) were unschedulable.");
            return false;
        }

        run.Node = open[placed % open.Count].Name;
        run.Address = $"10.244.{(placed / 250 % 250) + 1}.{(placed % 250) + 2}";
        placed++;
        run.Pod.Spec!["nodeName"] = run.Node;
        run.ScheduledAt = clock.Now;
        run.Stage = PodStage.Creating;
        return true;
    }
}
