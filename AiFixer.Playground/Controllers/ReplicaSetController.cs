using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>ReplicaSet → Pods. Among too many, the least useful go first.</summary>
internal sealed class ReplicaSetController(
    ObjectStore store, WorldClock clock, Agenda agenda, PodFactory factory, PodKeeper pods, EventRecorder events, Action<StoredObject> again)
{
    private static readonly TimeSpan RetryCreation = TimeSpan.FromSeconds(5);

    public void Reconcile(StoredObject set)
    {
        if (set.Removed)
            return;
        var active = store.OwnedBy(set.Uid).Where(pod => !pod.Deleting && pods.Find(pod)?.IsOver != true).ToList();
        var refusal = Fill(set, active);

        foreach (var pod in Surplus(set, active))
        {
            active.Remove(pod);
            events.Normal(set, "replicaset-controller", "SuccessfulDelete", $"Deleted pod: {pod.Name}");
            pods.Terminate(pod);
        }

        WriteStatus(set, active, refusal);
    }

    /// <summary>Makes the missing pods; the refusal that ended it, when there was one.</summary>
    private string? Fill(StoredObject set, List<StoredObject> active)
    {
        for (var missing = set.Replicas() - active.Count; missing > 0; missing--)
        {
            var (made, refusal) = factory.Create(set);
            if (made is null)
            {
                events.Warning(set, "replicaset-controller", "FailedCreate", $"Error creating: {refusal}");
                agenda.At(clock.Now + RetryCreation, () => again(set));
                return refusal;
            }

            active.Add(made);
            events.Normal(set, "replicaset-controller", "SuccessfulCreate", $"Created pod: {made.Name}");
        }

        return null;
    }

    private List<StoredObject> Surplus(StoredObject set, List<StoredObject> active) =>
        [.. active.OrderBy(Usefulness).ThenByDescending(pod => pod.CreatedVersion).Take((int)Math.Max(0, active.Count - set.Replicas()))];

    private int Usefulness(StoredObject pod) => pods.Find(pod)?.Stage switch
    {
        null or PodStage.Unscheduled => 0,
        PodStage.Creating or PodStage.PullError or PodStage.PullBackOff or PodStage.ConfigError => 1,
        PodStage.Ready => 3,
        _ => 2,
    };

    private void WriteStatus(StoredObject set, List<StoredObject> active, string? refusal)
    {
        var ready = active.Count(pod => pods.Find(pod)?.IsReady == true);
        var status = new JsonObject { ["replicas"] = active.Count };
        if (active.Count > 0)
            status["fullyLabeledReplicas"] = active.Count;
        if (ready > 0)
        {
            status["readyReplicas"] = ready;
            status["availableReplicas"] = ready;
        }

        var conditions = Conditions.From(set.Status.Arr("conditions"), withUpdates: false);
        conditions.Remove("ReplicaFailure");
        if (refusal is not null)
            conditions.Set("ReplicaFailure", true, "FailedCreate", refusal, clock.Now);
        if (conditions.ToJson() is { Count: > 0 } shown)
            status["conditions"] = shown;
        status["observedGeneration"] = set.Generation;
        if (JsonNode.DeepEquals(set.Status, status))
            return;
        set.Json["status"] = status;
        store.Touch(set);
    }
}
