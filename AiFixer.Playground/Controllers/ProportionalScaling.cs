using System.Globalization;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>A deployment scaled in the middle of a rollout keeps the proportions of its replica sets.</summary>
internal sealed class ProportionalScaling(ReplicaScaler scaler)
{
    public static bool IsNeeded(IEnumerable<StoredObject> sets, RolloutPlan plan) => sets
        .Where(set => set.Replicas() > 0)
        .Any(set => Annotation(set, RevisionAnnotations.Desired) is { } desired && desired != plan.Replicas);

    public void Scale(StoredObject deployment, StoredObject? current, IReadOnlyList<StoredObject> sets, RolloutPlan plan)
    {
        var active = sets.Where(set => set.Replicas() > 0).ToList();
        if (active.Count <= 1)
        {
            if ((active.FirstOrDefault() ?? current) is { } only)
                scaler.Scale(deployment, only, plan.Replicas, plan);
            return;
        }

        if (plan.Recreate)
            return;
        var total = active.Sum(set => set.Replicas());
        var toAdd = (plan.Replicas > 0 ? plan.Replicas + plan.MaxSurge : 0) - total;
        var left = toAdd;
        var sizes = new Dictionary<StoredObject, long>();
        foreach (var set in active.OrderByDescending(set => set.Replicas()))
        {
            var share = Clamp(Share(set, plan), left, toAdd);
            sizes[set] = set.Replicas() + share;
            left -= share;
        }

        var largest = active.MaxBy(set => set.Replicas())!;
        sizes[largest] = Math.Max(0, sizes[largest] + left);
        foreach (var (set, size) in sizes)
            scaler.Scale(deployment, set, size, plan);
    }

    private static long Share(StoredObject set, RolloutPlan plan)
    {
        if (plan.Replicas == 0)
            return -set.Replicas();
        var max = Annotation(set, RevisionAnnotations.Max) ?? plan.Replicas;
        var grown = (double)set.Replicas() * (plan.Replicas + plan.MaxSurge) / Math.Max(1, max);
        return (long)Math.Round(grown, MidpointRounding.AwayFromZero) - set.Replicas();
    }

    private static long Clamp(long share, long left, long toAdd) =>
        toAdd >= 0 ? Math.Clamp(share, 0, Math.Max(0, left)) : Math.Clamp(share, Math.Min(0, left), 0);

    private static long? Annotation(StoredObject set, string key) =>
        long.TryParse(set.Annotations.Str(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
