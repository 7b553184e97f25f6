using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Time;

namespace AiFixer.Playground.Workload;

/// <summary>How the software in a pod is doing at this moment; decides nothing.</summary>
internal sealed class Vitals(Applications applications, PodRegistry pods, WorldClock clock, PodTimings timings)
{
    private const double FirstShare = 0.4;
    private const double UsualScratch = 20 << 20;

    public Application Of(PodRun run) => applications.Of(run.Workload);

    public Application For(StoredObject workload) => applications.Of(workload);

    /// <summary>The last words of a container that cannot run, or null when it can.</summary>
    public string? CrashMessage(PodRun run)
    {
        var application = Of(run);
        if (!application.Owns(run.Image))
            return null;
        if (application.BrokenDependency is { } dependency)
            return $"dial tcp {dependency}: connect: connection refused";
        if (application.RequiredSettings.GetValueOrDefault(run.Image ?? "") is { } setting && !run.Settings.Has(setting))
            return $"invalid configuration: required setting {setting} is missing";
        return application.BrokenImages.GetValueOrDefault(run.Image ?? "");
    }

    /// <summary>Answers requests, or would if it were ready.</summary>
    public bool Serves(PodRun run) => run.IsRunning && Of(run).Owns(run.Image) && CrashMessage(run) is null && !IsExhausted(run);

    public int ServingPods(StoredObject workload) => pods.Behind(workload).Count(Serves);

    /// <summary>More traffic than all its pods can answer. Pods that are about to crash carry none.</summary>
    public bool IsOverloaded(StoredObject workload)
    {
        var application = applications.Of(workload);
        return application.RequestsPerSecond > 0 && application.RequestsPerSecond > pods.Behind(workload).Where(Serves).Sum(Capacity);
    }

    /// <summary>A CPU limit below what the software wants makes it slower.</summary>
    public double Capacity(PodRun run)
    {
        var limit = (double)(run.CpuLimit ?? decimal.MaxValue);
        var share = (limit - Application.IdleCpu) / (Application.CpuAtCapacity - Application.IdleCpu);
        return Of(run).CapacityPerPod * Math.Clamp(share, 0.01, 1);
    }

    public double Memory(PodRun run)
    {
        if (!run.IsRunning)
            return 0;
        var wanted = Wanted(run);
        return run.MemoryLimit is { } limit ? Math.Min(wanted, (double)limit) : wanted;
    }

    public bool IsOutOfMemory(PodRun run) => run.IsRunning && run.MemoryLimit is { } limit && Wanted(run) >= (double)limit;

    public int Connections(PodRun run)
    {
        var application = Of(run);
        if (!run.IsRunning || application.LeaksPerSecond <= 0)
            return 0;
        var since = run.StartedAt > application.LeakingSince ? run.StartedAt : application.LeakingSince;
        return (int)Math.Min(Application.ConnectionPool, Math.Max(0, (clock.Now - since).TotalSeconds * application.LeaksPerSecond));
    }

    public bool IsExhausted(PodRun run) => Connections(run) >= Application.ConnectionPool;

    /// <summary>Bytes on the node's disk for its sake.</summary>
    public double Scratch(PodRun run)
    {
        if (run.Stage is PodStage.Unscheduled or PodStage.Creating)
            return 0;
        return run.IsOver ? run.ScratchLeft : UsualScratch + Written(run);
    }

    /// <summary>Bytes that its software wrote to its scratch space and logs.</summary>
    public double Written(PodRun run)
    {
        var rate = run.IsRunning ? Of(run).DiskWriters.GetValueOrDefault(run.Image ?? "") : 0;
        return run.ScratchLeft + (rate * Math.Max(0, (clock.Now - run.StartedAt).TotalSeconds));
    }

    /// <summary>How long from now until something changes by itself; null when nothing does.</summary>
    public TimeSpan? UntilChange(PodRun run)
    {
        var application = Of(run);
        TimeSpan? soonest = null;
        if (run.MemoryLimit is { } limit && application.MemoryNeed >= limit)
            soonest = run.StartedAt + AgeAt((double)limit / application.MemoryNeed) - clock.Now;
        if (application.LeaksPerSecond > 0 && !IsExhausted(run))
        {
            var since = run.StartedAt > application.LeakingSince ? run.StartedAt : application.LeakingSince;
            var full = since + TimeSpan.FromSeconds(Application.ConnectionPool / application.LeaksPerSecond) - clock.Now;
            soonest = soonest is null || full < soonest ? full : soonest;
        }

        return soonest;
    }

    private double Wanted(PodRun run)
    {
        var share = FirstShare + ((1 - FirstShare) * Math.Min(1, (clock.Now - run.StartedAt) / timings.FillMemory));
        return Of(run).MemoryNeed * share;
    }

    private TimeSpan AgeAt(double share) => share <= FirstShare ? TimeSpan.Zero : timings.FillMemory * ((share - FirstShare) / (1 - FirstShare));
}
