using AiFixer.Core.Analysis.Causes;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Copies run and are ready, and the name under which they are reached leads to none of them.</summary>
internal static class WrongPort
{
    private const string NoEndpoint = @"no (healthy |live |available )?(upstream|endpoint|backend)|\b0 endpoints|without a port named|does not have any active endpoint";
    private const string NotReached = @"no (healthy |live |available )?(upstream|endpoint|backend)|\b0 endpoints|without a port named|service unavailable|connection refused|unreachable|\b50[234]\b|unavailable|no route";

    public static Cause? In(ClusterFacts facts)
    {
        var pods = facts.Standing;
        if (pods.IsEmpty || pods.Exists(p => !p.IsWell) || !facts.Logs.Exists(l => l.IsTrouble && l.At >= facts.Since - TimeSpan.FromMinutes(15) && Changes.Text.Has(l.Text, NotReached)))
            return null;
        return facts.Services.Where(s => pods.TrueForAll(s.Chooses)).Select(s => Unnamed(facts, s)).OfType<Cause>().FirstOrDefault() ?? Unchosen(facts);
    }

    /// <summary>It sends to a port by a name that no copy gives to any port.</summary>
    private static Cause? Unnamed(ClusterFacts facts, ServiceView service)
    {
        if (service.NamedTargets.Find(name => !facts.Standing.Exists(p => p.PortNames.Contains(name))) is not { } target)
            return null;
        var named = service.Name == facts.Workload || service.Name == facts.Subject;
        // Who can be reached at another port has endpoints, and whoever is refused may be refused by something else.
        var only = service.Ports == 1 && facts.Logs.Exists(l => l.IsTrouble && Changes.Text.Has(l.Text, NoEndpoint)) && (named || !facts.Services.Exists(s => s != service && facts.Standing.TrueForAll(s.Chooses)));
        var has = facts.Standing.SelectMany(p => p.PortNames).Distinct().ToList();
        return Say.Cause(
            Categories.ConfigurationError, only ? 0.95 : named && service.Ports == 1 ? 0.8 : 0.55,
            $"The Service {service.Name} sends to a targetPort named {target}, and no pod of {facts.Workload} has a port of that name{(has.Count > 0 ? $" (theirs are called {string.Join(", ", has)})" : "")}, so the Service has no endpoint there although {facts.Standing.Count} pods are Running and Ready. "
            + "Requests do not reach the pods: it is no overload, and what the pods depend on is not to blame.",
            "config-revert", [Say.That(facts, $"Service {service.Name} has the targetPort {target}.", "services"), .. Seen(facts)])
            with
        { IsCertain = only };
    }

    /// <summary>A Service of the workload's own name that asks for labels which its copies do not bear.</summary>
    private static Cause? Unchosen(ClusterFacts facts)
    {
        var service = facts.Services.Find(s => (s.Name == facts.Workload || s.Name == facts.Subject) && !s.Selector.IsEmpty);
        if (service is null || facts.Pods.Exists(service.Chooses) || facts.Services.Exists(s => facts.Standing.Exists(s.Chooses)))
            return null;
        var asks = string.Join(", ", service.Selector.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));
        return Say.Cause(
            Categories.ConfigurationError, 0.9,
            $"The Service {service.Name} chooses pods by {asks}, which no pod of {facts.Workload} bears, so it has no endpoint although {facts.Standing.Count} pods are Running and Ready. Requests do not reach the pods.",
            "config-revert", [Say.That(facts, $"Service {service.Name} chooses by {asks}.", "services"), .. Seen(facts)]);
    }

    private static IEnumerable<Incidents.CitedClaim> Seen(ClusterFacts facts) =>
    [
        .. facts.Logs.Where(l => l.IsTrouble && Changes.Text.Has(l.Text, NotReached)).Take(3).Select(l => new Incidents.CitedClaim($"A log says {Say.Words(l.Text)}.", [l.Evidence])),
        Say.That(facts, $"{facts.Standing.Count} pods are Running and Ready.", "pods"),
    ];
}
