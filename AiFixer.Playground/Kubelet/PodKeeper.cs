using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Kubelet;

/// <summary>What the rest of the cluster asks of pods: to begin, to end, and to notice that their world has changed.</summary>
internal sealed class PodKeeper
{
    private readonly ObjectStore store;
    private readonly WorldClock clock;
    private readonly PodTimings normal;
    private readonly PodRegistry pods;
    private readonly NodeRegistry nodes;
    private readonly Applications applications;
    private readonly Vitals vitals;
    private readonly PodLife life;

    public PodKeeper(
        ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, Applications applications, ImageRegistry images, PodRegistry pods,
        NodeRegistry nodes, Vitals vitals, PodTimings normal)
    {
        (this.store, this.clock, this.applications, this.pods, this.nodes, this.vitals, this.normal) = (store, clock, applications, pods, nodes, vitals, normal);
        life = new(store, clock, agenda, events, vitals, images, nodes, normal, Reassess);
    }

    public PodRun? Find(StoredObject pod) => pods.Find(pod);

    /// <summary>While this holds, every step of a pod takes no time at all.</summary>
    public void Hasten(bool instant) => life.Timings = instant ? PodTimings.Instant : normal;

    public void Adopt(StoredObject pod)
    {
        var workload = WorkloadOf(pod);
        var run = new PodRun(pod, workload, MainContainer(pod, applications.Of(workload)), clock.Now);
        pods.Add(run);
        life.Begin(run);
    }

    public void Forget(StoredObject pod)
    {
        if (pods.Remove(pod) is not { } run)
            return;
        nodes.Release(run);
        if (run.Workload is not null)
            Reassess(run.Workload);
    }

    public void Terminate(StoredObject pod, long? graceSeconds = null)
    {
        if (pod.Deleting && graceSeconds != 0)
            return;
        var run = Find(pod);
        if (run is null || run.Stage == PodStage.Unscheduled || run.IsOver || graceSeconds == 0)
        {
            store.Remove(pod);
            return;
        }

        var grace = graceSeconds ?? pod.Spec.Int("terminationGracePeriodSeconds") ?? 30;
        pod.Metadata["deletionTimestamp"] = KubeTime.Seconds(clock.Now.AddSeconds(grace));
        pod.Metadata["deletionGracePeriodSeconds"] = grace;
        store.Touch(pod);
        if (run.Lost)
            return;
        life.Event(run, "Killing", $"Stopping container {run.Container}");
        life.Next(run, life.Timings.Terminate, () => store.Remove(pod), evenIfDeleting: true);
    }

    public void Evict(PodRun run, string message)
    {
        life.Evict(run, message);
        if (run.Workload is not null)
            Reassess(run.Workload);
    }

    /// <summary>The number of the workload's pods that serve has changed: under load the others find out soon.</summary>
    public void Reassess(StoredObject workload)
    {
        if (applications.Of(workload).RequestsPerSecond <= 0)
            return;
        var overloaded = vitals.IsOverloaded(workload);
        foreach (var run in pods.Behind(workload).Where(run => run.IsRunning && run.Stage != PodStage.Starting && life.IsStale(run, overloaded)).ToList())
            life.Next(run, life.Timings.Notice, () => life.Look(run));
    }

    /// <summary>The workload's faults or traffic changed: every pod of it looks again soon.</summary>
    public void Recheck(StoredObject workload)
    {
        foreach (var run in pods.Behind(workload).Where(run => run.IsRunning).ToList())
        {
            if (run.Stage != PodStage.Starting)
                life.Next(run, life.Timings.Notice, () => life.Look(run));
            else if (vitals.CrashMessage(run) is not null)
                life.Next(run, life.Timings.CrashAfter, () => life.Look(run));
        }
    }

    /// <summary>Pods that wait for their next try make it soon.</summary>
    public void Hurry(StoredObject workload)
    {
        foreach (var run in pods.Behind(workload).Where(run => !run.IsRunning && !run.Lost && !run.Pod.Deleting).ToList())
            life.Resume(run);
        Recheck(workload);
    }

    /// <summary>The node stops answering; its pods stand still.</summary>
    public void Lose(string node)
    {
        foreach (var run in pods.OnNode(node))
        {
            run.Lost = true;
            run.Plan++;
        }

        ReassessAll(node);
    }

    /// <summary>The control plane takes the node's pods for not ready.</summary>
    public IReadOnlyList<PodRun> NoticeLoss(string node)
    {
        var lost = pods.OnNode(node).Where(run => !run.IsOver).ToList();
        foreach (var run in lost)
        {
            run.KnownLost = true;
            run.ReadinessChangedAt = run.Stage == PodStage.Ready ? clock.Now : run.ReadinessChangedAt;
            life.Write(run);
        }

        return lost;
    }

    /// <summary>The node answers again: what was to end ends, everything else goes on.</summary>
    public void Find(string node)
    {
        foreach (var run in pods.OnNode(node).Where(run => !run.IsOver).ToList())
        {
            run.Lost = run.KnownLost = false;
            if (run.Pod.Deleting)
                life.Next(run, life.Timings.Terminate, () => store.Remove(run.Pod), evenIfDeleting: true);
            else
                life.Resume(run);
            life.Write(run);
        }

        ReassessAll(node);
    }

    private void ReassessAll(string node)
    {
        foreach (var workload in pods.OnNode(node).Select(run => run.Workload).OfType<StoredObject>().Distinct().ToList())
            Reassess(workload);
    }

    private StoredObject? WorkloadOf(StoredObject pod)
    {
        var owner = store.ByUid(pod.OwnerUid);
        return store.ByUid(owner?.OwnerUid) ?? owner;
    }

    /// <summary>The container with the workload's own software, otherwise the first one.</summary>
    private static int MainContainer(StoredObject pod, Application application)
    {
        var containers = (pod.Spec.Arr("containers") ?? []).ToList();
        return Math.Max(0, application.Repository is null ? 0 : containers.FindIndex(container => application.Owns(container.Str("image"))));
    }
}
