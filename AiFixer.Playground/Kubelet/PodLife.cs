using System.Text.Json.Nodes;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Nodes;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Kubelet;

/// <summary>The steps of a pod's life; each plans the one after it. What its probes see and how it ends are in the other parts.</summary>
internal sealed partial class PodLife(
    ObjectStore store, WorldClock clock, Agenda agenda, EventRecorder events, Vitals vitals, ImageRegistry images, NodeRegistry nodes, PodTimings normal,
    Action<StoredObject> onChange)
{
    private readonly Scheduler scheduler = new(store, nodes);
    private int addresses;

    /// <summary>Replaced for a moment when something must be there already, such as the world's first objects.</summary>
    public PodTimings Timings { get; set; } = normal;

    public void Begin(PodRun run)
    {
        if (run.Pod.Spec.Str("nodeName") is { Length: > 0 } node)
            Next(run, Timings.Schedule, () => Bind(run, node));
        else
            Next(run, Timings.Schedule, () => Schedule(run));
    }

    private void Schedule(PodRun run)
    {
        var (node, refusal) = scheduler.Choose(run);
        if (node is null)
        {
            run.Message = refusal;
            Write(run);
            events.FailedScheduling(run.Pod, refusal!);
            Next(run, Timings.ProbePeriod, () => Schedule(run));
            return;
        }

        Bind(run, node.Name);
        events.Scheduled(run.Pod, node.Name);
    }

    private void Bind(PodRun run, string node)
    {
        nodes.Take(run, node);
        run.Address = $"10.244.{(addresses / 250 % 250) + 1}.{(addresses % 250) + 2}";
        addresses++;
        run.HostAddress = NodeRegistry.Address(store.Find(Resources.Nodes, "", node));
        run.Pod.Spec!["nodeName"] = node;
        run.ScheduledAt = clock.Now;
        run.Stage = PodStage.Creating;
        run.Message = null;
        run.Lost = nodes.Of(node).Down;
        Write(run);
        Next(run, Timings.Create, () => Pull(run));
    }

    private void Pull(PodRun run)
    {
        if (images.Has(run.Image))
        {
            Event(run, "Pulled", $"Container image \"{run.Image}\" already present on machine");
            run.Failures = 0;
            Start(run);
            return;
        }

        run.Message = $"rpc error: code = NotFound desc = failed to pull and unpack image \"{run.Image}\": failed to resolve reference \"{run.Image}\": {run.Image}: not found";
        Event(run, "Pulling", $"Pulling image \"{run.Image}\"");
        Warn(run, "Failed", $"Failed to pull image \"{run.Image}\": {run.Message}");
        Warn(run, "Failed", "Error: ErrImagePull");
        Become(run, PodStage.PullError);
        Next(run, Timings.Notice, () => BackOffPull(run));
    }

    private void BackOffPull(PodRun run)
    {
        Event(run, "BackOff", $"Back-off pulling image \"{run.Image}\"");
        Warn(run, "Failed", "Error: ImagePullBackOff");
        Become(run, PodStage.PullBackOff);
        Next(run, Timings.BackOffTime(run.Failures++), () => Pull(run));
    }

    private void Start(PodRun run)
    {
        run.Settings = ContainerSettings.Read(store, run.Pod.Namespace, run.MainContainer);
        if (run.Settings.Problem is { } problem)
        {
            run.Message = problem;
            Warn(run, "Failed", $"Error: {problem}");
            Become(run, PodStage.ConfigError);
            Next(run, Timings.ProbePeriod, () => Start(run));
            return;
        }

        (run.Stage, run.StartedAt, run.Message, run.FailedProbes) = (PodStage.Starting, clock.Now, null, 0);
        Event(run, "Created", $"Created container: {run.Container}");
        Event(run, "Started", $"Started container {run.Container}");
        run.Log.Write(clock.Now, $"level=info msg=\"starting\" image={run.Image}");
        Write(run);
        var firstLook = FirstLook(run);
        if (vitals.CrashMessage(run) is not null)
            Next(run, Timings.CrashAfter, () => Look(run));
        else if (vitals.UntilChange(run) is { } change && change < firstLook)
            Next(run, change > Timings.CrashAfter ? change : Timings.CrashAfter, () => Look(run));
        else
            Next(run, firstLook, () => Listen(run));
    }

    private void Listen(PodRun run)
    {
        if (vitals.Of(run).Owns(run.Image))
            run.Log.Write(clock.Now, "level=info msg=\"listening\" address=:8080");
        Look(run);
        if (run.Workload is not null)
            onChange(run.Workload);
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

    public void Write(PodRun run)
    {
        var status = PodStatusWriter.Write(run);
        if (JsonNode.DeepEquals(status, run.Pod.Status))
            return;
        run.Pod.Json["status"] = status;
        store.Touch(run.Pod);
    }

    public void Event(PodRun run, string reason, string message) =>
        events.Normal(run.Pod, "kubelet", reason, message, run.Node, Field(run));

    public void Warn(PodRun run, string reason, string message, bool ofContainer = true) =>
        events.Warning(run.Pod, "kubelet", reason, message, run.Node, ofContainer ? Field(run) : null);

    private static string Field(PodRun run) => $"spec.containers{{{run.Container}}}";

    /// <summary>Plans the pod's next step; a later plan takes its place. On a node that does not answer nothing happens.</summary>
    public void Next(PodRun run, TimeSpan wait, Action step, bool evenIfDeleting = false)
    {
        var plan = ++run.Plan;
        agenda.At(clock.Now + wait, () =>
        {
            if (run.Plan == plan && !run.Pod.Removed && !run.Lost && !run.IsOver && (evenIfDeleting || !run.Pod.Deleting))
                step();
        });
    }
}
