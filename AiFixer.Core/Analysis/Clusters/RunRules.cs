using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Copies that start and do not last: out of memory, evicted, killed by a probe, crashing.</summary>
internal static class RunRules
{
    public static IEnumerable<Cause?> In(ClusterFacts facts) => [OutOfMemory(facts), Evicted(facts), Probe(facts), Crash(facts), FullDatabase.In(facts)];

    private static Cause? OutOfMemory(ClusterFacts facts)
    {
        var killed = facts.Standing
            .Select(p => (Pod: p, Container: p.Containers.Find(c => c.Ended == "OOMKilled" || (c.ExitCode == 137 && SaysMemory(facts, p)))))
            .Where(k => k.Container is not null && !(k.Pod.IsWell && k.Container.EndedAt < facts.Since - Past) && (!k.Pod.IsWell || k.Container.Restarts > 0 && IsFresh(facts, k.Pod))).ToList();
        if (killed.Count == 0)
            return null;
        var (pod, container) = (killed[0].Pod, killed[0].Container!);
        var limit = container.MemoryLimit is null ? "" : $" of {container.MemoryLimit}";
        return Say.Cause(
            Categories.ResourceExhaustion, 0.95,
            $"Container {container.Name} of pod {pod.Name} is OOMKilled: it uses more memory than its memory limit{limit} allows, so the kernel ends it (exit code {container.ExitCode ?? 137}) and it has been restarted {pod.Restarts} times.",
            "scale", [Say.That(facts, $"{container.Name} of {pod.Name} ended with {container.Ended ?? "exit code 137"}, {pod.Restarts} restarts.", "pods"), .. facts.About(pod).Take(3).Select(e => Say.Event(facts, e)), .. Lines(facts, "memory|oom|heap|kill")])
            with
        { Suggestions = Say.Fix(Remedies.MoreMemory(facts, container)), IsCertain = container.Ended == "OOMKilled" };
    }

    /// <summary>A copy that has run well for so long since has nothing to do with an alert of today.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromHours(6);

    private static bool SaysMemory(ClusterFacts facts, PodView pod) =>
        facts.About(pod).Any(e => Changes.Text.Has($"{e.Reason} {e.Message}", "oom|out of memory")) || facts.Logs.Exists(l => Changes.Text.Has(l.Text, "oomkill|out of memory|oom-kill"));

    private static bool IsFresh(ClusterFacts facts, PodView pod) => facts.About(pod).Any(e => e.LastSeen >= facts.Since - TimeSpan.FromMinutes(30)) || facts.Pod == pod.Name;

    private static Cause? Evicted(ClusterFacts facts)
    {
        var evicted = facts.Pods.FindAll(p => p.Reason == "Evicted" || facts.About(p).Any(e => e.Reason == "Evicted"));
        var said = facts.Events.Where(e => e.Reason is "Evicted" or "EvictionThresholdMet" or "FreeDiskSpaceFailed" or "NodeHasDiskPressure" or "NodeHasInsufficientMemory").ToList();
        if ((evicted.IsEmpty && said.Count == 0) || (!GoesOn(facts, said) && facts.Controller is { IsComplete: true } && !facts.Nodes.Exists(n => n.Pressures.Any()) && !facts.Standing.Exists(p => !p.IsWell && p.Phase != "Failed")))
            return null;
        var why = evicted.Select(p => p.Message).FirstOrDefault(m => m is not null) ?? said.Select(e => e.Message).FirstOrDefault() ?? "";
        var what = Changes.Text.Has(why, "ephemeral|disk|storage|inode") ? "disk (ephemeral storage)" : Changes.Text.Has(why, "memory") ? "memory" : "a resource";
        var own = Changes.Text.Has(why, "exceed(s|ed) (the total limit|the limit|its local ephemeral storage limit)") && !facts.Nodes.Exists(n => n.Pressures.Any()) && !said.Exists(e => Changes.Text.Has(e.Message, "low on resource"));
        var writes = facts.Logs.Where(l => Changes.Text.Has(l.Text, @"no space|\bdisk\b|wrote|writing|cache|\btemp(orary)?\b|\btmp\b|scratch|GiB")).OrderByDescending(l => l.IsTrouble).Take(3);
        return Say.Cause(
            Categories.ResourceExhaustion, 0.92,
            own
                ? $"The kubelet evicted {(evicted.IsEmpty ? "pods" : Say.Pods(evicted))} because they used more {what} than their limit allows: {Say.Words(why)}. No node has reported pressure."
                : $"The kubelet evicted {(evicted.IsEmpty ? "pods" : Say.Pods(evicted))} because a node ran low on {what}: {Say.Words(why)}.", "scale",
            [.. said.Take(4).Select(e => Say.Event(facts, e)), .. facts.Nodes.SelectMany(n => n.Pressures.Select(p => Say.That(facts, $"Node {n.Name} has {p.Type}: {p.Message}.", "nodes"))), .. writes.Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence]))])
            with
        { Suggestions = Say.Fix(IsTemplate(facts, evicted) ? Remedies.Rollback(facts) : null, evicted.IsEmpty ? null : Remedies.DeleteEvicted(facts)), IsCertain = true };
    }

    /// <summary>One after the other, the last one a moment ago: that the others are well for now says little.</summary>
    private static bool GoesOn(ClusterFacts facts, List<EventView> said) =>
        said.Where(e => e.Reason == "Evicted" && Changes.Text.Has(e.Message, "low on resource|exceed")).Select(e => e.Name).Distinct().Count() >= 3 && said.Exists(e => e.LastSeen > facts.Now - TimeSpan.FromMinutes(30));

    /// <summary>Every copy that was evicted is of the newest template, and that is new.</summary>
    private static bool IsTemplate(ClusterFacts facts, ImmutableList<PodView> evicted) =>
        !evicted.IsEmpty && facts.Rollout is { Current: { } current, Previous: not null } && evicted.All(p => p.TemplateHash == current.TemplateHash) && facts.Since - current.CreatedAt < TimeSpan.FromHours(6);

    private static Cause? Probe(ClusterFacts facts)
    {
        var failing = facts.Events.Where(e => e.Reason is "Unhealthy" or "Killing" && Changes.Text.Has(e.Message, "probe") && facts.Standing.Exists(p => p.Name == e.Name && (!p.IsWell || IsKilled(p, e, facts)))).ToList();
        var pod = failing.Count == 0 ? null : facts.Standing.Find(p => p.Name == failing[0].Name);
        if (pod is null || pod.Containers.Exists(c => c.Ended == "OOMKilled"))
            return null;
        var kills = failing.Exists(e => Changes.Text.Has(e.Message, "liveness|startup"));
        var clean = pod.Containers.Exists(c => c.ExitCode is 0 or 143 or null);
        var crash = pod.Containers.Exists(c => c.ExitCode is not (null or 0 or 137 or 143));
        if (crash)
            return null;
        var overload = facts.Logs.Find(l => Changes.Text.Has(l.Text, Overload));
        if (overload is not null && !kills)
            return null;
        var sick = !kills && Changes.Text.Has(failing[0].Message, "50[0-9]|timeout|deadline") && facts.Logs.Exists(l => l.IsTrouble && !Changes.Text.Has(l.Text, "probe"));
        var name = kills ? "Liveness probe" : "Readiness probe";
        return Say.Cause(
            Categories.ConfigurationError, kills ? 0.9 : sick ? 0.4 : 0.8,
            $"{name} of pod {pod.Name} fails although the process itself runs: {Say.Words(failing[0].Message)}. "
            + (kills ? $"The kubelet therefore restarts it ({pod.Restarts} times){(clean ? "; it ends cleanly (exit code 0), which is neither a crash nor an out-of-memory kill" : "")}. " : "It gets no traffic. ")
            + "The probe asks a path or port that does not answer as it expects, or is too strict.",
            "config-revert", [.. failing.Take(4).Select(e => Say.Event(facts, e)), Say.That(facts, $"{pod.Name} has restarted {pod.Restarts} times.", "pods")])
            with
        { Suggestions = Say.Fix(facts.IsNewest(facts.Standing.FindAll(p => failing.Exists(e => e.Name == p.Name))) ? Remedies.Rollback(facts) : null), IsCertain = kills && clean };
    }

    /// <summary>Between two kills a copy may well be ready for a while.</summary>
    private static bool IsKilled(PodView pod, EventView seen, ClusterFacts facts) => pod.Restarts >= 3 && seen.Count >= 3 && seen.LastSeen > facts.Now - TimeSpan.FromHours(1);

    private const string Overload = "overloaded|too many requests|queue is full|above capacity|load shedding|shedding load|过载";

    private static Cause? Crash(ClusterFacts facts)
    {
        var crashing = facts.Standing.FindAll(p => p.Crashes is { } c && c.Ended != "OOMKilled" && c.ExitCode is not 0);
        if (crashing.IsEmpty)
            return null;
        var (pod, container) = (crashing[0], crashing[0].Crashes!);
        var reason = CrashReason.Of(facts);
        var fresh = facts.IsNewest(crashing);
        var exit = container.ExitCode is { } code ? $" (exit code {code})" : "";
        var says = fresh
            ? $"The rollout of deployment {facts.Workload} is stuck: the new ReplicaSet's {Say.Pods(crashing)} crash on start{exit} and stay in CrashLoopBackOff, while the ReplicaSet before it {(facts.Pods.Exists(p => p.IsWell) ? "still serves" : "ran")}. {reason.Says}"
            : $"{crashing.Count} of {facts.Pods.Count} pods of {facts.Workload} crash{exit}, and no new revision explains it. {reason.Says}";
        return Say.Cause(
            fresh && reason.Category is Categories.Unknown or Categories.DependencyFailure && fresh ? Categories.ConfigurationError : reason.Category is Categories.Unknown ? Categories.CodeDefect : reason.Category,
            fresh ? 0.9 : reason.Category is Categories.Unknown ? 0.5 : 0.75, says, fresh ? "rollback" : reason.Category == Categories.DependencyFailure ? "failover" : "restart",
            [.. reason.Line is { } line ? [new Incidents.CitedClaim($"A log says {Say.Words(line.Text)}.", [line.Evidence])] : Array.Empty<Incidents.CitedClaim>(),
                Say.That(facts, $"{pod.Name} has crashed {pod.Restarts} times{exit}.", "pods"), .. facts.Events.Where(e => e.Name == pod.Name || e.Name == facts.Workload).Take(4).Select(e => Say.Event(facts, e))])
            with
        {
            Suggestions = Say.Fix(fresh ? Remedies.Rollback(facts) : reason.Category is Categories.DependencyFailure or Categories.ConfigurationError ? null : Remedies.Restart(facts)),
            IsCertain = fresh && facts.Pods.Exists(p => p.IsWell),
        };
    }

    private static IEnumerable<Incidents.CitedClaim> Lines(ClusterFacts facts, string words) =>
        facts.Logs.Where(l => Changes.Text.Has(l.Text, words)).Take(2).Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence]));
}
