using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Faults;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Kubelet;

/// <summary>The steps of a pod's life; each plans the one after it.</summary>
internal sealed class PodLife(
    ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, FaultBook faults, PodRegistry pods, PodTimings normal, Action<StoredObject> onListening)
{
    private readonly Scheduler scheduler = new(store, clock, events);

    /// <summary>Replaced for a moment when something must be there already, such as the world's first objects.</summary>
    public PodTimings Timings { get; set; } = normal;

    public void Begin(PodRun run) => Next(run, Timings.Schedule, () => Schedule(run));

    private void Schedule(PodRun run)
    {
        var placed = scheduler.Place(run);
        Write(run);
        if (!placed)
        {
            Next(run, Timings.ProbePeriod, () => Schedule(run));
            return;
        }

        events.Scheduled(run.Pod, run.Node!);
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
            onListening(run.Deployment);
    }

    public void Probe(PodRun run)
    {
        if (run.Deployment is null || !pods.IsOverloaded(run.Deployment))
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

    public void Exit(PodRun run)
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

    public void Restart(PodRun run)
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

    public void Event(PodRun run, string reason, string message) =>
        events.Normal(run.Pod, "kubelet", reason, message, run.Node, Field(run));

    private static string Field(PodRun run) => $"spec.containers{{{run.Container}}}";

    /// <summary>Plans the pod's next step; a later plan takes its place.</summary>
    public void Next(PodRun run, TimeSpan wait, Action step, bool evenIfDeleting = false)
    {
        var plan = ++run.Plan;
        agenda.At(clock.Now + wait, () =>
        {
            if (run.Plan == plan && !run.Pod.Removed && (evenIfDeleting || !run.Pod.Deleting))
                step();
        });
    }
}
