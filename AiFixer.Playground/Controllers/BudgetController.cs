using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Selectors;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>PodDisruptionBudgets: how many of the pods they guard may be evicted now.</summary>
internal sealed class BudgetController(ObjectStore store, WorldClock clock, PodRegistry pods)
{
    /// <summary>The budgets that guard the pod.</summary>
    public IReadOnlyList<StoredObject> Guarding(StoredObject pod) =>
        [.. store.List(Resources.Budgets, pod.Namespace).Where(budget => LabelSelector.Of(budget.Spec.Obj("selector")).Matches(pod.Labels))];

    public void PodChanged(StoredObject pod)
    {
        foreach (var budget in Guarding(pod))
            Reconcile(budget);
    }

    public void Reconcile(StoredObject budget)
    {
        if (budget.Removed)
            return;
        var selector = LabelSelector.Of(budget.Spec.Obj("selector"));
        var guarded = store.List(Resources.Pods, budget.Namespace).Where(pod => selector.Matches(pod.Labels) && pods.Find(pod)?.IsOver != true).ToList();
        var expected = Expected(guarded);
        var healthy = guarded.Count(pod => !pod.Deleting && pods.Find(pod)?.IsReady == true);
        var desired = Desired(budget.Spec, expected);
        var allowed = expected == 0 ? 0 : Math.Max(0, healthy - desired);
        var conditions = Conditions.From(budget.Status.Arr("conditions"), withUpdates: false);
        conditions.Set("DisruptionAllowed", allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "", clock.Now);
        var status = new JsonObject
        {
            ["observedGeneration"] = budget.Generation,
            ["disruptionsAllowed"] = allowed,
            ["currentHealthy"] = healthy,
            ["desiredHealthy"] = desired,
            ["expectedPods"] = expected,
            ["conditions"] = conditions.ToJson(),
        };
        if (JsonNode.DeepEquals(status, budget.Status))
            return;
        budget.Json["status"] = status;
        store.Touch(budget);
    }

    /// <summary>As many as their owners want, not as many as there are.</summary>
    private long Expected(List<StoredObject> guarded)
    {
        var owners = guarded.Select(pod => store.ByUid(pod.OwnerUid)).OfType<StoredObject>()
            .Select(owner => store.ByUid(owner.OwnerUid) ?? owner).Distinct().ToList();
        return owners.Sum(owner => owner.Spec.Int("replicas") ?? guarded.Count(pod => pod.OwnerUid == owner.Uid)) + guarded.Count(pod => pod.OwnerUid is null);
    }

    private static long Desired(JsonObject? spec, long expected)
    {
        if (spec?["maxUnavailable"] is { } unavailable)
            return Math.Max(0, expected - Share(unavailable, expected));
        return spec?["minAvailable"] is { } available ? Share(available, expected) : 1;
    }

    private static long Share(JsonNode value, long expected)
    {
        if (value.AsInt() is { } count)
            return count;
        var percent = decimal.TryParse(value.AsText()?.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return (long)Math.Ceiling(expected * percent / 100);
    }
}
