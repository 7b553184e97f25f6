using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>StatefulSet → pods with numbers, made in order and updated from the last one down, each only when the others are ready.</summary>
internal sealed class StatefulSetController(ObjectStore store, PodFactory factory, PodKeeper pods, EventRecorder events, TemplateRevisions revisions)
{
    private const string Component = "statefulset-controller";

    public void Reconcile(StoredObject set)
    {
        if (set.Removed)
            return;
        var hash = revisions.Current(set);
        var update = TemplateRevisions.Name(set, hash);
        var children = Pods(set);
        foreach (var over in children.Values.Where(pod => pods.Find(pod)?.IsOver == true && !pod.Deleting).ToList())
            pods.Terminate(over);
        Step(set, Pods(set), update);
        WriteStatus(set, Pods(set), update);
    }

    private void Step(StoredObject set, SortedDictionary<int, StoredObject> children, string update)
    {
        var wanted = (int)set.Replicas();
        for (var i = 0; i < wanted; i++)
        {
            if (!children.TryGetValue(i, out var pod))
            {
                Create(set, i, update);
                return;
            }

            if (!IsReady(pod))
                break;
        }

        if (children.Keys.Where(number => number >= wanted).DefaultIfEmpty(-1).Max() is var last && last >= 0)
            Delete(set, children[last]);
        else
            Update(set, children, update);
    }

    private void Update(StoredObject set, SortedDictionary<int, StoredObject> children, string update)
    {
        var strategy = set.Spec.Obj("updateStrategy");
        if (strategy.Str("type") == "OnDelete")
            return;
        var partition = strategy.Obj("rollingUpdate").Int("partition") ?? 0;
        foreach (var (_, pod) in children.Where(child => child.Key >= partition).Reverse())
        {
            if (pod.Labels.Str("controller-revision-hash") != update && !pod.Deleting)
            {
                Delete(set, pod);
                return;
            }

            if (!IsReady(pod))
                return;
        }
    }

    private void Create(StoredObject set, int number, string update)
    {
        var name = $"{set.Name}-{number}";
        var (made, refusal) = factory.Create(set, name, revision: update);
        if (made is not null)
            events.Normal(set, Component, "SuccessfulCreate", $"create Pod {name} in StatefulSet {set.Name} successful");
        else
            events.Warning(set, Component, "FailedCreate", $"create Pod {name} in StatefulSet {set.Name} failed error: {refusal}");
    }

    private void Delete(StoredObject set, StoredObject pod)
    {
        if (pod.Deleting)
            return;
        events.Normal(set, Component, "SuccessfulDelete", $"delete Pod {pod.Name} in StatefulSet {set.Name} successful");
        pods.Terminate(pod);
    }

    private void WriteStatus(StoredObject set, SortedDictionary<int, StoredObject> children, string update)
    {
        var updated = children.Values.Count(pod => pod.Labels.Str("controller-revision-hash") == update);
        var ready = children.Values.Count(IsReady);
        var before = set.Status.Str("currentRevision") ?? update;
        var done = updated == children.Count && ready == children.Count;
        var status = new JsonObject
        {
            ["observedGeneration"] = set.Generation,
            ["replicas"] = children.Count,
            ["readyReplicas"] = ready,
            ["currentReplicas"] = done ? children.Count : children.Values.Count(pod => pod.Labels.Str("controller-revision-hash") == before),
            ["updatedReplicas"] = updated,
            ["currentRevision"] = done ? update : before,
            ["updateRevision"] = update,
            ["collisionCount"] = 0,
            ["availableReplicas"] = ready,
        };
        if (JsonNode.DeepEquals(status, set.Status))
            return;
        set.Json["status"] = status;
        store.Touch(set);
    }

    private bool IsReady(StoredObject pod) => !pod.Deleting && pods.Find(pod)?.IsReady == true;

    private SortedDictionary<int, StoredObject> Pods(StoredObject set)
    {
        var numbered = new SortedDictionary<int, StoredObject>();
        foreach (var pod in store.OwnedBy(set.Uid).Where(child => child.Type == Resources.Pods))
        {
            if (int.TryParse(pod.Name.AsSpan(pod.Name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbered[number] = pod;
        }

        return numbered;
    }
}
