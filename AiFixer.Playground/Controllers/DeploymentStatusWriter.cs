using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>Counters (zero is left out) and the conditions Available and Progressing.</summary>
internal sealed class DeploymentStatusWriter(ObjectStore store, WorldClock clock, ProgressWatch progress)
{
    public void Write(StoredObject deployment, StoredObject? current, IReadOnlyList<StoredObject> sets, RolloutPlan plan)
    {
        var before = deployment.Status ?? [];
        var status = Counters(deployment, current, sets, plan);
        var conditions = Conditions.From(before.Arr("conditions"));
        Availability(conditions, status, plan);
        Failure(conditions, sets);
        progress.Judge(deployment, current, before, status, conditions, plan);
        status["conditions"] = conditions.ToJson();
        if (JsonNode.DeepEquals(before, status))
            return;
        deployment.Json["status"] = status;
        store.Touch(deployment);
    }

    public static bool IsComplete(StoredObject deployment, RolloutPlan plan) => IsComplete(deployment.Status ?? [], plan);

    public static bool IsComplete(JsonObject status, RolloutPlan plan) =>
        (status.Int("updatedReplicas") ?? 0) == plan.Replicas
        && (status.Int("replicas") ?? 0) == plan.Replicas
        && (status.Int("availableReplicas") ?? 0) == plan.Replicas;

    private static JsonObject Counters(StoredObject deployment, StoredObject? current, IReadOnlyList<StoredObject> sets, RolloutPlan plan)
    {
        var status = new JsonObject { ["observedGeneration"] = deployment.Generation };
        var available = sets.Sum(ReplicaSetView.Available);
        Put(status, "replicas", sets.Sum(set => set.Count("replicas")));
        Put(status, "updatedReplicas", current?.Count("replicas") ?? 0);
        Put(status, "readyReplicas", sets.Sum(set => set.Count("readyReplicas")));
        Put(status, "availableReplicas", available);
        Put(status, "unavailableReplicas", Math.Max(0, Math.Max(plan.Replicas, sets.Sum(ReplicaSetView.Replicas)) - available));
        return status;
    }

    private void Availability(Conditions conditions, JsonObject status, RolloutPlan plan)
    {
        if ((status.Int("availableReplicas") ?? 0) >= plan.Replicas - plan.MaxUnavailable)
            conditions.Set("Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.", clock.Now);
        else
            conditions.Set("Available", false, "MinimumReplicasUnavailable", "Deployment does not have minimum availability.", clock.Now);
    }

    private void Failure(Conditions conditions, IReadOnlyList<StoredObject> sets)
    {
        var failures = sets.Select(set => Conditions.From(set.Status.Arr("conditions"))["ReplicaFailure"]).OfType<JsonObject>().ToList();
        if (failures.Count == 0)
            conditions.Remove("ReplicaFailure");
        else
            conditions.Set("ReplicaFailure", true, failures[0].Str("reason")!, failures[0].Str("message")!, clock.Now);
    }

    private static void Put(JsonObject status, string key, long count)
    {
        if (count != 0)
            status[key] = count;
    }
}
