using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Faults;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Kubelet;

/// <summary>Scheduler and node in one: leads every pod through its life.</summary>
internal sealed class PodKeeper(
    ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, FaultBook faults, PodTimings normal)
{
    private readonly Dictionary<string, PodRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PodRun>> byDeployment = new(StringComparer.Ordinal);
    private int placed;

    /// <summary>Replaced for a moment when something must be there already, such as the world's first objects.</summary>
    public PodTimings Timings { get; set; } = normal;

    public PodTimings Normal { get; } = normal;

    public PodRun? Find(StoredObject pod) => runs.GetValueOrDefault(pod.Uid);

    public void Adopt(StoredObject pod)
    {
        var deployment = store.ByUid(store.ByUid(pod.OwnerUid)?.OwnerUid);
        var run = new PodRun(pod, deployment, clock.Now);
        runs[pod.Uid] = run;
        if (deployment is not null)
            Siblings(deployment).Add(run);
        Next(run, Timings.Schedule, () => Schedule(run));
    }

    public void Forget(StoredObject pod)
    {
        if (!runs.Remove(pod.Uid, out var run))
            return;
        run.Plan++;
        if (run.Deployment is null)
            return;
        Siblings(run.Deployment).Remove(run);
        Reassess(run.Deployment);
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
        Event(run, "Killing", $"Stopping container {run.Container}");
        Next(run, Timings.Terminate, () => store.Remove(pod), evenIfDeleting: true);
    }

    /// <summary>The deployment's faults, traffic or number of pods changed: pods find out soon.</summary>
    public void Reassess(StoredObject deployment)
    {
        var book = faults.Of(deployment);
        var siblings = Siblings(deployment);
        var overloaded = IsOverloaded(deployment);
        foreach (var run in siblings.Where(run => !run.Pod.Deleting))
        {
            var crashes = book.CrashMessage(run.Image) is not null;
            if (run.IsRunning && run.Stage != PodStage.Starting && crashes)
                Next(run, Timings.Notice, () => Exit(run));
            else if ((run.Stage == PodStage.Ready && overloaded) || (run.Stage == PodStage.Unready && !overloaded))
                Next(run, Timings.Notice, () => Probe(run));
            else if (run.Stage == PodStage.Starting && crashes)
                Next(run, Timings.CrashAfter, () => Exit(run));
        }
    }

    /// <summary>Crash-looping pods try again soon instead of waiting out a long back-off.</summary>
    public void Hurry(StoredObject deployment)
    {
        foreach (var run in Siblings(deployment).Where(run => run.Stage == PodStage.BackOff && !run.Pod.Deleting))
            Next(run, Timings.BackOff, () => Restart(run));
        Reassess(deployment);
    }

    private void Schedule(PodRun run)
    {
        var nodes = store.List(Resources.Nodes).Where(node => node.Spec.Bool("unschedulable") != true).ToList();
        if (nodes.Count == 0)
        {
            events.Warning(run.Pod, "default-scheduler", "FailedScheduling", "0/0 nodes are available: node(s) were unschedulable.");
            Write(run);
            Next(run, Timings.ProbePeriod, () => Schedule(run));
            return;
        }

        run.Node = nodes[placed % nodes.Count].Name;
        run.Address = $"10.244.{(placed / 250 % 250) + 1}.{(placed % 250) + 2}";
        placed++;
        run.Pod.Spec!["nodeName"] = run.Node;
        run.ScheduledAt = clock.Now;
        run.Stage = PodStage.Creating;
        Write(run);
        events.Scheduled(run.Pod, run.Node);
        Next(run, Timings.Create, () => Start(run));
    }

    private void Start(PodRun run)
    {
        run.Stage = PodStage.Starting;
        run.StartedAt = clock.Now;
        Event(run, "Pulled", $"Container image \"{run.Image}\" already present on machine");
        Event(run, "Created", $"Created container: {run.Container}");
        Event(run, "Started", $"Started container {run.Container}");
        run.Log.Write(clock.Now, $"level=info msg=\"starting\" image={run.Image}");
        Write(run);
        if (faults.Of(run.Deployment).CrashMessage(run.Image) is not null)
            Next(run, Timings.CrashAfter, () => Exit(run));
        else
            Next(run, Timings.BecomeReady, () => Listen(run));
    }

    private void Listen(PodRun run)
    {
        run.Log.Write(clock.Now, "level=info msg=\"listening\" address=:8080");
        Probe(run);
        if (run.Deployment is not null)
            Reassess(run.Deployment);
    }

    private void Probe(PodRun run)
    {
        if (run.Deployment is null || !IsOverloaded(run.Deployment))
        {
            Become(run, PodStage.Ready);
            return;
        }

        run.Log.Write(clock.Now, "level=error msg=\"overloaded: request queue is full, answering 503\"");
        events.Warning(run.Pod, "kubelet", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503", run.Node, Field(run));
        Become(run, PodStage.Unready);
        Next(run, Timings.ProbePeriod, () => Probe(run));
    }

    private void Become(PodRun run, PodStage stage)
    {
        if (run.Stage == stage)
            return;
        if (stage == PodStage.Ready || run.Stage == PodStage.Ready)
            run.ReadinessChangedAt = clock.Now;
        run.Stage = stage;
        Write(run);
    }

    private void Exit(PodRun run)
    {
        var message = faults.Of(run.Deployment).CrashMessage(run.Image);
        if (message is null)
        {
            Probe(run);
            return;
        }

        run.Log.Write(clock.Now, $"level=fatal msg=\"{message}\"");
        run.Log.Write(clock.Now, "exit status 1");
        run.LastExit = new(run.StartedAt, clock.Now, message);
        var firstExit = run.Restarts == 0;
        Become(run, firstExit ? PodStage.Exited : PodStage.BackOff);
        if (firstExit)
        {
            Next(run, Timings.Notice, () => Restart(run));
            return;
        }

        BackOff(run);
        Next(run, BackOffTime(run), () => Restart(run));
    }

    private void BackOff(PodRun run) => events.Warning(
        run.Pod, "kubelet", "BackOff", $"Back-off restarting failed container {run.Container} in pod {run.Pod.Name}_{run.Pod.Namespace}({run.Pod.Uid})", run.Node, Field(run));

    private TimeSpan BackOffTime(PodRun run)
    {
        var grown = Timings.BackOff * Math.Pow(2, Math.Min(run.Restarts - 1, 10));
        return grown < Timings.MaxBackOff ? grown : Timings.MaxBackOff;
    }

    private void Restart(PodRun run)
    {
        run.Restarts++;
        run.Log.Rotate();
        Start(run);
    }

    private void Write(PodRun run)
    {
        var status = PodStatusWriter.Write(run);
        if (JsonNode.DeepEquals(status, run.Pod.Status))
            return;
        run.Pod.Json["status"] = status;
        store.Touch(run.Pod);
    }

    private void Event(PodRun run, string reason, string message) =>
        events.Normal(run.Pod, "kubelet", reason, message, run.Node, Field(run));

    private static string Field(PodRun run) => $"spec.containers{{{run.Container}}}";

    private bool IsOverloaded(StoredObject deployment)
    {
        var book = faults.Of(deployment);
        return book.IsOverloaded(Siblings(deployment).Count(run => run.IsRunning && book.CrashMessage(run.Image) is null));
    }

    private List<PodRun> Siblings(StoredObject deployment)
    {
        if (!byDeployment.TryGetValue(deployment.Uid, out var siblings))
            byDeployment[deployment.Uid] = siblings = [];
        return siblings;
    }

    private void Next(PodRun run, TimeSpan wait, Action step, bool evenIfDeleting = false)
    {
        var plan = ++run.Plan;
        agenda.At(clock.Now + wait, () =>
        {
            if (run.Plan == plan && !run.Pod.Removed && (evenIfDeleting || !run.Pod.Deleting))
                step();
        });
    }
}
