using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>ReplicaSet → Pods. Among too many, the least useful go first.</summary>
internal sealed class ReplicaSetController(ObjectStore store, PodFactory factory, PodKeeper pods, EventRecorder events)
{
    public void Reconcile(StoredObject set)
    {
        if (set.Removed)
            return;
        var active = store.OwnedBy(set.Uid).Where(pod => !pod.Deleting).ToList();
        for (var missing = set.Replicas() - active.Count; missing > 0; missing--)
        {
            var made = factory.Create(set);
            active.Add(made);
            events.Normal(set, "replicaset-controller", "SuccessfulCreate", $"Created pod: {made.Name}");
        }

        foreach (var pod in Surplus(set, active))
        {
            active.Remove(pod);
            events.Normal(set, "replicaset-controller", "SuccessfulDelete", $"Deleted pod: {pod.Name}");
            pods.Terminate(pod);
        }

        WriteStatus(set, active);
    }

    private List<StoredObject> Surplus(StoredObject set, List<StoredObject> active) =>
        [.. active.OrderBy(Usefulness).ThenByDescending(pod => pod.CreatedVersion).Take((int)Math.Max(0, active.Count - set.Replicas()))];

    private int Usefulness(StoredObject pod) => pods.Find(pod)?.Stage switch
    {
        null or PodStage.Unscheduled => 0,
        PodStage.Creating => 1,
        PodStage.Ready => 3,
        _ => 2,
    };

    private void WriteStatus(StoredObject set, List<StoredObject> active)
    {
        var ready = active.Count(pod => pods.Find(pod)?.Stage == PodStage.Ready);
        var status = new JsonObject { ["replicas"] = active.Count };
        if (active.Count > 0)
            status["fullyLabeledReplicas"] = active.Count;
        if (ready > 0)
        {
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
        }

        status["observedGeneration"] = set.Generation;
        if (JsonNode.DeepEquals(set.Status, status))
            return;
        set.Json["status"] = status;
        store.Touch(set);
    }
}
