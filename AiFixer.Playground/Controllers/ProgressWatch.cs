using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Controllers;

/// <summary>The condition Progressing, with its deadline.</summary>
internal sealed class ProgressWatch(WorldClock clock, Agenda agenda, Action<StoredObject> reconcile)
{
    private const string Complete = "NewReplicaSetAvailable";
    private const string TimedOut = "ProgressDeadlineExceeded";
    private readonly Dictionary<string, DateTimeOffset> wakeUps = new(StringComparer.Ordinal);

    public void Judge(
        StoredObject deployment, StoredObject? current, JsonObject before, JsonObject after, Conditions conditions, RolloutPlan plan)
    {
        if (current is null || plan.Paused)
            return;
        var known = conditions["Progressing"];
        var quiet = known.Str("reason") == Complete && Count(after, "replicas") == Count(after, "updatedReplicas");
        if (quiet)
            return;
        if (DeploymentStatusWriter.IsComplete(after, plan))
            conditions.Set("Progressing", true, Complete, $"ReplicaSet \"{current.Name}\" has successfully progressed.", clock.Now);
        else if (known is null)
            conditions.Set("Progressing", true, "NewReplicaSetCreated", $"Created new replica set \"{current.Name}\"", clock.Now);
        else if (HasMoved(before, after))
            conditions.Set("Progressing", true, "ReplicaSetUpdated", $"ReplicaSet \"{current.Name}\" is progressing.", clock.Now, refresh: true);
        else if (IsLate(known, plan))
            conditions.Set("Progressing", false, TimedOut, $"ReplicaSet \"{current.Name}\" has timed out progressing.", clock.Now);
        LookAgain(deployment, conditions, plan);
    }

    private static bool HasMoved(JsonObject before, JsonObject after) =>
        Count(after, "updatedReplicas") > Count(before, "updatedReplicas")
        || Old(after) < Old(before)
        || Count(after, "readyReplicas") > Count(before, "readyReplicas")
        || Count(after, "availableReplicas") > Count(before, "availableReplicas");

    private bool IsLate(JsonObject known, RolloutPlan plan) =>
        known.Str("reason") != Complete && KubeTime.Parse(known.Str("lastUpdateTime")) + plan.Deadline < clock.Now;

    private void LookAgain(StoredObject deployment, Conditions conditions, RolloutPlan plan)
    {
        var condition = conditions["Progressing"];
        if (condition.Str("reason") is Complete or TimedOut || KubeTime.Parse(condition.Str("lastUpdateTime")) is not { } updated)
            return;
        var due = updated + plan.Deadline + TimeSpan.FromSeconds(1);
        if (wakeUps.TryGetValue(deployment.Uid, out var planned) && planned >= clock.Now && planned <= due)
            return;
        wakeUps[deployment.Uid] = due;
        agenda.At(due, () =>
        {
            wakeUps.Remove(deployment.Uid);
            reconcile(deployment);
        });
    }

    private static long Old(JsonObject status) => Count(status, "replicas") - Count(status, "updatedReplicas");

    private static long Count(JsonObject status, string key) => status.Int(key) ?? 0;
}
