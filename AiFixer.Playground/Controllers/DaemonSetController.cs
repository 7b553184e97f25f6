using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>DaemonSet → one pod on every node that its pods tolerate; updated one node at a time.</summary>
internal sealed class DaemonSetController(ObjectStore store, PodFactory factory, PodKeeper pods, EventRecorder events, TemplateRevisions revisions)
{
    private const string Component = "daemonset-controller";

    public void Reconcile(StoredObject set)
    {
        if (set.Removed)
            return;
        var hash = revisions.Current(set);
        foreach (var over in Children(set).Where(pod => pods.Find(pod)?.IsOver == true).ToList())
            pods.Terminate(over);
        var wanted = store.List(Resources.Nodes).Where(node => Fits(node, set)).Select(node => node.Name).ToList();
        foreach (var node in wanted.Where(node => Children(set).All(pod => pod.Spec.Str("nodeName") != node)))
            Create(set, node, hash);
        foreach (var stray in Children(set).Where(pod => !wanted.Contains(pod.Spec.Str("nodeName") ?? "") && !pod.Deleting).ToList())
            pods.Terminate(stray);
        Update(set, hash);
        WriteStatus(set, wanted.Count, hash);
    }

    private void Create(StoredObject set, string node, string hash)
    {
        var (made, refusal) = factory.Create(set, node: node, revision: hash);
        if (made is not null)
            events.Normal(set, Component, "SuccessfulCreate", $"Created pod: {made.Name}");
        else
            events.Warning(set, Component, "FailedCreate", $"Error creating: {refusal}");
    }

    private void Update(StoredObject set, string hash)
    {
        if (set.Spec.Obj("updateStrategy").Str("type") == "OnDelete")
            return;
        var children = Children(set);
        if (children.Exists(pod => pod.Deleting) || children.Exists(pod => IsNew(pod, hash) && !IsReady(pod)))
            return;
        var next = children.Where(pod => !IsNew(pod, hash)).OrderBy(IsReady).ThenBy(pod => pod.Name, StringComparer.Ordinal).FirstOrDefault();
        if (next is null)
            return;
        events.Normal(set, Component, "SuccessfulDelete", $"Deleted pod: {next.Name}");
        pods.Terminate(next);
    }

    private void WriteStatus(StoredObject set, int wanted, string hash)
    {
        var children = Children(set).FindAll(pod => !pod.Deleting);
        var ready = children.Count(IsReady);
        var status = new JsonObject
        {
            ["currentNumberScheduled"] = children.Count,
            ["numberMisscheduled"] = 0,
            ["desiredNumberScheduled"] = wanted,
            ["numberReady"] = ready,
            ["observedGeneration"] = set.Generation,
            ["updatedNumberScheduled"] = children.Count(pod => IsNew(pod, hash)),
            ["numberAvailable"] = ready,
        };
        if (wanted > ready)
            status["numberUnavailable"] = wanted - ready;
        if (JsonNode.DeepEquals(status, set.Status))
            return;
        set.Json["status"] = status;
        store.Touch(set);
    }

    private static bool Fits(StoredObject node, StoredObject set)
    {
        var spec = set.Spec.Obj("template").Obj("spec");
        var selector = spec.Obj("nodeSelector") ?? [];
        return selector.All(pair => node.Labels.Str(pair.Key) == pair.Value.AsText())
            && Taints.Of(node).All(taint => taint.Str("key")!.StartsWith("node.kubernetes.io/", StringComparison.Ordinal) || taint.Str("effect") == "PreferNoSchedule" || Taints.Tolerates(spec, taint));
    }

    private static bool IsNew(StoredObject pod, string hash) => pod.Labels.Str("controller-revision-hash") == hash;

    private bool IsReady(StoredObject pod) => !pod.Deleting && pods.Find(pod)?.IsReady == true;

    private List<StoredObject> Children(StoredObject set) => [.. store.OwnedBy(set.Uid).Where(child => child.Type == Resources.Pods)];
}
