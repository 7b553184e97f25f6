using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Kubelet;

/// <summary>What a running container's probes and its memory lead to.</summary>
internal sealed partial class PodLife
{
    private static readonly TimeSpan SoonestLook = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks at a running container, draws the consequences, and plans to look again when there is a reason.</summary>
    public void Look(PodRun run)
    {
        if (!run.IsRunning)
            return;
        if (vitals.CrashMessage(run) is { } words)
        {
            Crash(run, words);
            return;
        }

        if (vitals.IsOutOfMemory(run))
        {
            Exit(run, ContainerExit.OutOfMemory(run.StartedAt, clock.Now));
            return;
        }

        var strain = StrainOn(run);
        Complain(run, strain);
        if (Condemned(run, strain))
            return;
        var awaits = AwaitsStartup(run);
        var unready = awaits ? null : Failure(run, "readinessProbe", strain);
        if (unready is not null)
            Warn(run, "Unhealthy", $"Readiness probe failed: {unready}");
        Become(run, unready is null && !awaits ? PodStage.Ready : PodStage.Unready);
        LookAgain(run, unready is not null || strain != Strain.None || run.FailedProbes > 0);
    }

    /// <summary>What would make a look at the pod change something.</summary>
    public bool IsStale(PodRun run, bool overloaded)
    {
        var strain = overloaded ? Strain.Overload : vitals.IsExhausted(run) ? Strain.Exhaustion : Strain.None;
        return vitals.CrashMessage(run) is not null || vitals.IsOutOfMemory(run) || (Failure(run, "readinessProbe", strain) is null) != (run.Stage == PodStage.Ready);
    }

    private Strain StrainOn(PodRun run)
    {
        if (vitals.IsExhausted(run))
            return Strain.Exhaustion;
        return run.Workload is not null && vitals.Of(run).Owns(run.Image) && vitals.IsOverloaded(run.Workload) ? Strain.Overload : Strain.None;
    }

    private void Complain(PodRun run, Strain strain)
    {
        if (strain == Strain.Overload)
            run.Log.Write(clock.Now, "level=error msg=\"overloaded: request queue is full, answering 503\"");
        if (strain == Strain.Exhaustion)
            run.Log.Write(clock.Now, $"level=error msg=\"no connection left in the pool: {Application.ConnectionPool} of {Application.ConnectionPool} in use, gave up after 5s\"");
    }

    /// <summary>Its startup or liveness probe has failed often enough: the container is killed.</summary>
    private bool Condemned(PodRun run, Strain strain)
    {
        var (kind, name) = AwaitsStartup(run) ? ("startupProbe", "Startup") : ("livenessProbe", "Liveness");
        if (Failure(run, kind, strain) is not { } why)
        {
            run.FailedProbes = 0;
            return false;
        }

        run.FailedProbes++;
        Warn(run, "Unhealthy", $"{name} probe failed: {why}");
        if (run.FailedProbes < (run.MainContainer.Obj(kind).Int("failureThreshold") ?? 3))
            return false;
        Event(run, "Killing", $"Container {run.Container} failed {name.ToLowerInvariant()} probe, will be restarted");
        Exit(run, ContainerExit.Killed(run.StartedAt, clock.Now));
        return true;
    }

    /// <summary>A startup probe that fails keeps the other probes waiting.</summary>
    private bool AwaitsStartup(PodRun run) => run.MainContainer.Obj("startupProbe") is not null && Failure(run, "startupProbe", Strain.None) is not null;

    private string? Failure(PodRun run, string kind, Strain strain) => run.MainContainer.Obj(kind) is { } probe
        ? Probing.Failure(run, vitals.Of(run), probe, strain)
        : null;

    private void LookAgain(PodRun run, bool inTrouble)
    {
        var wait = vitals.UntilChange(run);
        var period = Period(run);
        if (inTrouble && (wait is null || period < wait))
            wait = period;
        if (wait is { } soon)
            Next(run, soon > SoonestLook ? soon : SoonestLook, () => Look(run));
    }

    private TimeSpan Period(PodRun run)
    {
        var seconds = ((string[])["readinessProbe", "livenessProbe", "startupProbe"]).Select(kind => run.MainContainer.Obj(kind).Int("periodSeconds")).OfType<long>().ToList();
        return seconds.Count == 0 ? Timings.ProbePeriod : TimeSpan.FromSeconds(Math.Max(1, seconds.Min()));
    }

    private TimeSpan FirstLook(PodRun run)
    {
        if (Timings.BecomeReady == TimeSpan.Zero)
            return TimeSpan.Zero;
        var asked = TimeSpan.FromSeconds(run.MainContainer.Obj("readinessProbe").Int("initialDelaySeconds") ?? 0);
        return asked > Timings.BecomeReady ? asked : Timings.BecomeReady;
    }
}
