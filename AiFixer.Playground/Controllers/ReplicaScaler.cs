using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Changes a replica set's size on behalf of its deployment, and says so in an event.</summary>
internal sealed class ReplicaScaler(ObjectStore store, EventRecorder events)
{
    public void Scale(StoredObject deployment, StoredObject set, long replicas, RolloutPlan plan)
    {
        var before = set.Replicas();
        var stale = IsStale(set, plan);
        if (before == replicas && !stale)
            return;
        if (stale)
            Revisions.Stamp(set.Metadata.Ensure("annotations"), plan);
        if (before != replicas)
        {
            set.Spec!["replicas"] = replicas;
            set.Metadata["generation"] = set.Generation + 1;
        }

        store.Touch(set);
        if (before != replicas)
            Announce(deployment, set, before, replicas);
    }

    public void Announce(StoredObject deployment, StoredObject set, long before, long after) => events.Normal(
        deployment, "deployment-controller", "ScalingReplicaSet", $"Scaled {(after > before ? "up" : "down")} replica set {set.Name} from {before} to {after}");

    private static bool IsStale(StoredObject set, RolloutPlan plan)
    {
        var desired = set.Annotations.Str(RevisionAnnotations.Desired);
        return desired != plan.Replicas.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
