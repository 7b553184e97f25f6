using AiFixer.Playground.Json;

namespace AiFixer.Playground.Kubelet;

/// <summary>How containers and pods end, and what comes after it.</summary>
internal sealed partial class PodLife
{
    private const double LeftoverOfEvicted = 0.1;

    private void Crash(PodRun run, string words)
    {
        run.Log.Write(clock.Now, $"level=fatal msg=\"{words}\"");
        run.Log.Write(clock.Now, "exit status 1");
        Exit(run, ContainerExit.Error(run.StartedAt, clock.Now));
    }

    private void Exit(PodRun run, ContainerExit exit)
    {
        if (clock.Now - run.StartedAt > Timings.SteadyAfter)
            run.Failures = 0;
        run.ScratchLeft = vitals.Written(run);
        run.LastExit = exit;
        run.Failures++;
        if (run.Pod.Spec.Str("restartPolicy") == "Never")
            End(run, PodStage.Failed);
        else if (run.Failures == 1)
            Retry(run, PodStage.Exited, Timings.Notice);
        else
            BackOff(run);
        if (run.Workload is not null)
            onChange(run.Workload);
    }

    private void BackOff(PodRun run)
    {
        var wait = Timings.BackOffTime(run.Failures - 2);
        run.Message = $"back-off {GoDuration.Of(wait)} restarting failed container={run.Container} pod={run.Pod.Name}_{run.Pod.Namespace}({run.Pod.Uid})";
        Warn(run, "BackOff", $"Back-off restarting failed container {run.Container} in pod {run.Pod.Name}_{run.Pod.Namespace}({run.Pod.Uid})");
        Retry(run, PodStage.BackOff, wait);
    }

    private void Retry(PodRun run, PodStage stage, TimeSpan wait)
    {
        Become(run, stage);
        Next(run, wait, () => Restart(run));
    }

    public void Restart(PodRun run)
    {
        run.Restarts++;
        run.Log.Rotate();
        Event(run, "Pulled", $"Container image \"{run.Image}\" already present on machine");
        Start(run);
    }

    /// <summary>The node ends the pod for good to save itself; what the pod wrote is mostly cleared away, its logs stay until it is deleted.</summary>
    public void Evict(PodRun run, string message)
    {
        run.ScratchLeft = vitals.Written(run) * LeftoverOfEvicted;
        run.Message = message;
        Warn(run, "Evicted", message, ofContainer: false);
        End(run, PodStage.Evicted);
    }

    private void End(PodRun run, PodStage stage)
    {
        run.Plan++;
        nodes.Release(run);
        Become(run, stage);
    }

    /// <summary>Goes on where the pod stood, sooner than it had planned to.</summary>
    public void Resume(PodRun run)
    {
        Action? step = run.Stage switch
        {
            PodStage.Creating or PodStage.PullError or PodStage.PullBackOff => () => Pull(run),
            PodStage.ConfigError => () => Start(run),
            PodStage.Starting => () => Listen(run),
            PodStage.Ready or PodStage.Unready => () => Look(run),
            PodStage.Exited or PodStage.BackOff => () => Restart(run),
            _ => null,
        };
        if (step is not null)
            Next(run, run.IsRunning ? Timings.Notice : Timings.BackOff, step);
    }
}
