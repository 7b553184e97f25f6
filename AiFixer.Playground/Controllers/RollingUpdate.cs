using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>One step from the old replica sets to the new one within maxSurge and maxUnavailable.</summary>
internal sealed class RollingUpdate(ReplicaScaler scaler)
{
    public void Step(StoredObject deployment, StoredObject current, IReadOnlyList<StoredObject> sets, RolloutPlan plan)
    {
        var old = sets.Where(set => set != current && set.Replicas() > 0).OrderBy(set => set.CreatedVersion).ToList();
        scaler.Scale(deployment, current, NewSize(current, sets, plan), plan);
        if (old.Count > 0)
            ShrinkOld(deployment, current, old, plan);
    }

    /// <summary>How large the new replica set may be now.</summary>
    public static long NewSize(StoredObject? current, IEnumerable<StoredObject> sets, RolloutPlan plan)
    {
        var size = current?.Replicas() ?? 0;
        if (size >= plan.Replicas)
            return plan.Replicas;
        var room = plan.Replicas + plan.MaxSurge - sets.Sum(set => set.Replicas());
        return size + Math.Clamp(room, 0, plan.Replicas - size);
    }

    private void ShrinkOld(StoredObject deployment, StoredObject current, List<StoredObject> old, RolloutPlan plan)
    {
        var minimum = plan.Replicas - plan.MaxUnavailable;
        var total = current.Replicas() + old.Sum(set => set.Replicas());
        var room = total - minimum - (current.Replicas() - current.Available());
        if (room <= 0)
            return;
        foreach (var set in old)
        {
            var unhealthy = Math.Clamp(set.Replicas() - set.Available(), 0, room);
            scaler.Scale(deployment, set, set.Replicas() - unhealthy, plan);
            room -= unhealthy;
        }

        var spare = current.Available() + old.Sum(set => Math.Min(set.Available(), set.Replicas())) - minimum;
        foreach (var set in old)
        {
            var step = Math.Clamp(set.Replicas(), 0, Math.Max(0, spare));
            scaler.Scale(deployment, set, set.Replicas() - step, plan);
            spare -= step;
        }
    }
}
