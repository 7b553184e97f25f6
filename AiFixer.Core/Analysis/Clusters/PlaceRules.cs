using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>What surrounds the copies: machines, load, names.</summary>
internal static class PlaceRules
{
    public static IEnumerable<Cause?> In(ClusterFacts facts) => In(facts, facts.SinceOver);

    private static IEnumerable<Cause?> In(ClusterFacts facts, ClusterFacts now) => [LostNode(facts), LostDevice.In(facts), SkewedClock.In(now), WrongPort.In(now), Overload(now), UsedUp(now), Unresolved(now), Unreachable(now)];

    private static Cause? LostNode(ClusterFacts facts)
    {
        var lost = facts.Nodes.FindAll(n => n.Ready != true || n.Conditions.Exists(c => c is { Type: "NetworkUnavailable", IsTrue: true }));
        var said = facts.Events.Where(e => e.Reason is "NodeNotReady" or "NodeLost" or "NodeUnreachable" or "Rebooted" or "TaintManagerEviction" or "NodeControllerEviction" or "PreemptScheduled" or "TerminatingNode").ToList();
        var hit = facts.Pods.FindAll(p => lost.Exists(n => n.Name == p.Node) || p.Reason is "NodeLost" or "NodeAffinity" or "NodeShutdown" or "Terminated");
        if (lost.IsEmpty || (hit.IsEmpty && said.Count == 0 && facts.Controller is { IsComplete: true }))
            return null;
        var pressure = lost.Exists(n => n.Pressures.Any());
        var why = lost[0].Conditions.Find(c => c.Type == "Ready");
        return Say.Cause(
            pressure ? Categories.ResourceExhaustion : Categories.Infrastructure, hit.IsEmpty ? 0.5 : 0.93,
            $"Node {lost[0].Name} is NotReady: {why?.Reason}{(why?.Message is { } message ? $", {Say.Words(message)}" : "")}. {(hit.IsEmpty ? "Pods on it" : Say.Pods(hit))} became unavailable with it (node failure, kubelet stopped answering); the workload itself is not to blame.",
            "failover", [Say.That(facts, $"Node {lost[0].Name} is not Ready: {why?.Message}.", "nodes"), .. said.Take(3).Select(e => Say.Event(facts, e)), Say.That(facts, $"{hit.Count} pods were on it.", "pods")]) with
        { IsCertain = !hit.IsEmpty };
    }

    private static Cause? Overload(ClusterFacts facts)
    {
        if (facts.Standing.Exists(p => p.Crashes is not null || p.CannotPull is not null))
            return null;
        var said = facts.OwnTrouble.Concat(facts.LastWords).LastOrDefault(l => Changes.Text.Has(l.Text, "overloaded|too many requests|queue is full|above capacity|load shedding|shedding load|过载"));
        if (said is null || facts.Controller is not { } controller)
            return null;
        var probes = facts.Events.Find(e => e.Reason == "Unhealthy");
        var sure = probes is not null || facts.Pods.Exists(p => !p.Ready);
        return Say.Cause(
            Categories.TrafficSurge, sure ? 0.9 : 0.7, $"{controller.Desired} replicas of {facts.Workload} are too few for the load: {Say.Words(said.Text)}{(probes is null ? "" : $"; probes fail: {Say.Words(probes.Message)}")}.", "scale",
            [new Incidents.CitedClaim($"A log says {Say.Words(said.Text)}.", [said.Evidence]), .. probes is null ? [] : new[] { Say.Event(facts, probes) }])
            with
        { Suggestions = Say.Fix(Remedies.Scale(facts)), IsCertain = sure };
    }

    /// <summary>Each copy has lost, bit by bit, what it needs to answer: a clean start gives it back for a while.</summary>
    private static Cause? UsedUp(ClusterFacts facts)
    {
        var lines = facts.OwnTrouble.Concat(facts.LastWords).Where(l => Changes.Text.Has(l.Text, @"no (free |available )?connections? (left|available)|pool (is |was )?(exhaust|empty|timeout|full)|exhausted .{0,20}pool|too many open files|EMFILE|cannot create .*thread|file descriptor")).ToList();
        if (lines.Count < 2 || facts.Standing.Exists(p => p.Crashes is not null))
            return null;
        return Say.Cause(
            Categories.ResourceExhaustion, 0.85,
            $"The pods of {facts.Workload} have used up their connections or handles: {Say.Words(lines[^1].Text)}. They run but cannot work; what was taken is not given back (a leak), so a restart helps only until it is used up again.", "restart",
            [.. lines.TakeLast(3).Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence])), Say.That(facts, $"{facts.Pods.Count(p => p.Ready)} of {facts.Pods.Count} pods are Ready.", "pods")])
            with
        { Suggestions = Say.Fix(Remedies.Restart(facts)), IsCertain = facts.Standing.Exists(p => !p.Ready) };
    }

    private static Cause? Unresolved(ClusterFacts facts)
    {
        var lines = facts.Logs.Where(l => l.At >= facts.Since - TimeSpan.FromHours(1) && Changes.Text.Has(l.Text, "ENOTFOUND|no such host|NXDOMAIN|getaddrinfo|EAI_AGAIN|SERVFAIL|unable to resolve|could not resolve|name resolution|UnknownHost|server misbehaving")).ToList();
        if (lines.Count == 0)
            return null;
        var resolver = lines.Exists(l => Changes.Text.Has(l.Text, @"SERVFAIL|EAI_AGAIN|i/o timeout|timed out|server misbehaving|temporary failure")) || facts.Events.Exists(e => Changes.Text.Has($"{e.Name} {e.Message}", "coredns|kube-dns"));
        return Say.Cause(
            resolver ? Categories.Network : Categories.ConfigurationError, 0.9,
            $"{facts.Workload} cannot resolve the name of something it depends on (DNS): {Say.Words(lines[0].Text)}. Its pods run and are ready, so neither they nor their image are at fault; the name is wrong, its Service is gone, or cluster DNS (CoreDNS, or a NetworkPolicy in its way) does not answer.",
            "config-revert", [.. lines.Take(4).Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence])), Say.That(facts, $"{facts.Pods.Count(p => p.IsWell)} of {facts.Pods.Count} pods are Running and Ready.", "pods")]) with
        { IsCertain = lines.Count >= 3 };
    }

    private static Cause? Unreachable(ClusterFacts facts)
    {
        var lines = facts.Logs.Where(l => l.At >= facts.Since - TimeSpan.FromHours(1) && l.IsTrouble && Changes.Text.Has(l.Text, @"connection refused|ECONNREFUSED|connection reset|too many (clients|connections)|timed? ?out|deadline exceeded|unavailable|\b50[234]\b|x509|certificate")).ToList();
        if (lines.Count < 2 || facts.Standing.Exists(p => !p.IsWell))
            return null;
        var certificate = lines.Find(l => Changes.Text.Has(l.Text, "x509|certificate.*expired"));
        return Say.Cause(
            certificate is null ? Categories.DependencyFailure : Categories.Certificate, certificate is null ? 0.65 : 0.9,
            $"The pods of {facts.Workload} run, but what they depend on fails: {Say.Words((certificate ?? lines[0]).Text)}.", certificate is null ? "failover" : "rotate-cert",
            [.. lines.Take(4).Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence]))]);
    }
}
