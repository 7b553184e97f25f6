using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Deployment → ReplicaSets. Reconciling twice changes nothing.</summary>
internal sealed class DeploymentController(
    ObjectStore store, Revisions revisions, ReplicaScaler scaler, RollingUpdate rolling, ProportionalScaling proportional, DeploymentStatusWriter status)
{
    public void Reconcile(StoredObject deployment)
    {
        if (deployment.Removed)
            return;
        var plan = RolloutPlan.Of(deployment);
        var current = plan.Paused ? revisions.Current(deployment) : Ensure(deployment, plan);
        var sets = store.OwnedBy(deployment.Uid).ToList();
        if (plan.Paused || ProportionalScaling.IsNeeded(sets, plan))
            proportional.Scale(deployment, current, sets, plan);
        else if (current is not null && plan.Recreate)
            Recreate(deployment, current, sets, plan);
        else if (current is not null)
            rolling.Step(deployment, current, sets, plan);
        status.Write(deployment, current, sets, plan);
        if (current is not null && DeploymentStatusWriter.IsComplete(deployment, plan))
            revisions.Prune(deployment, current, plan.HistoryLimit);
    }

    private StoredObject Ensure(StoredObject deployment, RolloutPlan plan)
    {
        var current = revisions.Current(deployment);
        if (current is null)
        {
            var size = plan.Recreate ? 0 : RollingUpdate.NewSize(null, store.OwnedBy(deployment.Uid), plan);
            current = revisions.Create(deployment, size, plan);
            if (size > 0)
                scaler.Announce(deployment, current, 0, size);
        }

        revisions.Promote(deployment, current);
        return current;
    }

    private void Recreate(StoredObject deployment, StoredObject current, List<StoredObject> sets, RolloutPlan plan)
    {
        foreach (var set in sets.Where(set => set != current))
            scaler.Scale(deployment, set, 0, plan);
        if (sets.All(set => set == current || store.OwnedBy(set.Uid).Count == 0))
            scaler.Scale(deployment, current, plan.Replicas, plan);
    }
}
