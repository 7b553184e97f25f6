using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>
/// A run that failed at first and succeeded later did what it had to do. Its failed attempt is kept, and monitors that count failed
/// attempts go on to fire.
/// </summary>
internal static class JobRules
{
    public static ImmutableList<Cause> Of(JobFacts job)
    {
        var failed = job.Attempts.FindAll(p => p.Phase == "Failed");
        var done = job.Attempts.FindAll(p => p.IsDone);
        // Whoever began before the other failed did another part of the work, and nobody did that one again.
        if (failed.IsEmpty || done.IsEmpty || failed.Count + done.Count < job.Attempts.Count || done.Exists(p => failed.Exists(f => !(p.CreatedAt >= Ended(f)))))
            return [];
        // Of a run in parts, each has to be done.
        if (failed.Exists(f => !done.Exists(p => Part(p) == Part(f))))
            return [];
        var (last, again) = (failed.MaxBy(Ended)!, done.MaxBy(p => p.CreatedAt)!);
        var exit = last.Containers.Select(c => c.ExitCode).FirstOrDefault(code => code is not null) is { } code ? $" with exit code {code}" : "";
        return
        [
            Say.Cause(
                Categories.Healthy, 0.75,
                $"No failure any more: the run {job.Name} succeeded. Its attempt {last.Name} ended{exit} at {Signals.MetricSignals.Clock(Ended(last)!.Value)}, a later attempt, {again.Name}, began at {Signals.MetricSignals.Clock(again.CreatedAt!.Value)} and completed. What the alert counts is the failed pod, which is kept.",
                "none", new Incidents.CitedClaim($"{last.Name} failed{exit}; {again.Name} began later and succeeded.", [job.Evidence])),
        ];
    }

    private static string? Part(PodView pod) => pod.Labels.GetValueOrDefault("batch.kubernetes.io/job-completion-index");

    private static DateTimeOffset? Ended(PodView pod) => pod.Containers.Select(c => c.EndedAt).Max() ?? pod.CreatedAt;
}
