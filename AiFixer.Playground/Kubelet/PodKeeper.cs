using AiFixer.Playground.Controllers;
using AiFixer.Playground.Faults;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Kubelet;

/// <summary>What the rest of the cluster asks of pods: to begin, to end, and to notice that their world has changed.</summary>
internal sealed class PodKeeper
{
    private readonly ObjectStore store;
    private readonly WorldClock clock;
    private readonly FaultBook faults;
    private readonly PodTimings normal;
    private readonly PodRegistry pods;
    private readonly PodLife life;

    public PodKeeper(ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, FaultBook faults, PodTimings normal)
    {
        (this.store, this.clock, this.faults, this.normal) = (store, clock, faults, normal);
        pods = new(faults);
        life = new(store, clock, agenda, events, faults, pods, normal, Reassess);
    }

    public PodRun? Find(StoredObject pod) => pods.Find(pod);

    /// <summary>While this holds, every step of a pod takes no time at all.</summary>
    public void Hasten(bool instant) => life.Timings = instant ? PodTimings.Instant : normal;

    public void Adopt(StoredObject pod)
    {
        var run = new PodRun(pod, store.ByUid(store.ByUid(pod.OwnerUid)?.OwnerUid), clock.Now);
        pods.Add(run);
        life.Begin(run);
    }

    public void Forget(StoredObject pod)
    {
        if (pods.Remove(pod) is { Deployment: { } deployment })
            Reassess(deployment);
    }

    public void Terminate(StoredObject pod, long? graceSeconds = null)
    {
        if (pod.Deleting && graceSeconds != 0)
            return;
        var run = Find(pod);
        if (run is null || run.Stage == PodStage.Unscheduled || graceSeconds == 0)
        {
            store.Remove(pod);
            return;
        }

        var grace = graceSeconds ?? pod.Spec.Int("terminationGracePeriodSeconds") ?? 30;
        pod.Metadata["deletionTimestamp"] = KubeTime.Seconds(clock.Now.AddSeconds(grace));
        pod.Metadata["deletionGracePeriodSeconds"] = grace;
        store.Touch(pod);
        life.Event(run, "Killing", $"Stopping container {run.Container}");
        life.Next(run, life.Timings.Terminate, () => store.Remove(pod), evenIfDeleting: true);
    }

    /// <summary>The deployment's faults, traffic or number of pods changed: pods find out soon.</summary>
    public void Reassess(StoredObject deployment)
    {
        var book = faults.Of(deployment);
        var overloaded = pods.IsOverloaded(deployment);
        foreach (var run in pods.Behind(deployment).Where(run => !run.Pod.Deleting))
        {
            var crashes = book.CrashMessage(run.Image) is not null;
            if (run.IsRunning && run.Stage != PodStage.Starting && crashes)
                life.Next(run, life.Timings.Notice, () => life.Exit(run));
            else if ((run.Stage == PodStage.Ready && overloaded) || (run.Stage == PodStage.Unready && !overloaded))
                life.Next(run, life.Timings.Notice, () => life.Probe(run));
            else if (run.Stage == PodStage.Starting && crashes)
                life.Next(run, life.Timings.CrashAfter, () => life.Exit(run));
        }
    }

    /// <summary>Crash-looping pods try again soon instead of waiting out a long back-off.</summary>
    public void Hurry(StoredObject deployment)
    {
        foreach (var run in pods.Behind(deployment).Where(run => run.Stage == PodStage.BackOff && !run.Pod.Deleting))
            life.Next(run, life.Timings.BackOff, () => life.Restart(run));
        Reassess(deployment);
    }
}
