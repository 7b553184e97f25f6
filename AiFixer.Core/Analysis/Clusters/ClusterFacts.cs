using System.Collections.Immutable;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Workload;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>What was seen of a workload and its surroundings.</summary>
/// <param name="Pod">The pod that the alert names.</param>
/// <param name="Logs">Lines of its pods, the platform's about it among them.</param>
/// <param name="Firing">Names of monitors that fire now.</param>
/// <param name="Sources">Which evidence shows the pods, the events, the machines, the workload and the logs.</param>
public sealed record ClusterFacts(string Namespace, string Workload, string? Pod, DateTimeOffset Since, DateTimeOffset Now)
{
    private const int FewLeftOver = 2;

    private const string Recovery =
        @"\b(connect\w*|resolution|service|upstream|link|network|dns|traffic|replication|health) (is |was |has been |now )*(restored|recovered|re-?established)\b|circuit( breaker)? (is |now )*closed|back to normal|healthy again|\breconnected\b|已恢复|恢复正常";

    private const string NoRecovery = @"\b(not|unable|cannot|can't|never|until|retry\w*|fail\w*|panic)\b|无法|未能|失败|尚未";

    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public ImmutableList<PodView> Pods { get; init; } = [];

    public ImmutableList<EventView> Events { get; init; } = [];

    public ImmutableList<NodeView> Nodes { get; init; } = [];

    /// <summary>Services of the namespace; asked for only where the copies run and are ready.</summary>
    public ImmutableList<ServiceView> Services { get; init; } = [];

    public WorkloadView? Controller { get; init; }

    public Rollout? Rollout { get; init; }

    public ImmutableList<LineFact> Logs { get; init; } = [];

    /// <summary>By which labels its pods are chosen; null when unknown.</summary>
    public string? Selector { get; init; }

    public ImmutableList<string> Firing { get; init; } = [];

    public ImmutableDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The newest template's pods: what is being rolled out.</summary>
    public string? NewestHash => Rollout?.Current?.TemplateHash is { Length: > 0 } current ? current
        : Pods.Where(p => p.TemplateHash.Length > 0 && !p.Terminating).GroupBy(p => p.TemplateHash).MaxBy(g => g.Max(p => p.CreatedAt))?.Key;

    /// <summary>Copies that are meant to stay; those on their way out prove nothing.</summary>
    public ImmutableList<PodView> Standing => Pods.FindAll(p => !p.Terminating && !p.IsDone && !IsLeftOver(p) && !(Controller is { IsComplete: true } && !p.IsWell && p.TemplateHash != NewestHash && IsReplaced(p)));

    /// <summary>
    /// Copies that ended a while ago and were replaced: nobody clears the objects away, and a monitor may still count them. Where
    /// there are many, it goes on.
    /// </summary>
    public ImmutableList<PodView> LeftOver => Pods.FindAll(IsLeftOver);

    /// <summary>When its trouble was over by its own word; null while none was seen, or it may go on.</summary>
    public DateTimeOffset? Over
    {
        get
        {
            var own = Logs.Where(l => (l.Service == Workload || l.Service == Subject) && l.At < Now).ToList();
            if (own.Where(l => l.IsTrouble).Select(l => (DateTimeOffset?)l.At).Max() is not { } last || last > Now - Settled || Standing.Exists(p => !p.IsWell))
                return null;
            return own.Where(l => l.At > last && Changes.Text.Has(l.Text, Recovery) && !Changes.Text.Has(l.Text, NoRecovery)).Select(l => (DateTimeOffset?)l.At).Min();
        }
    }

    /// <summary>What it wrote since its trouble was over; everything where it was not.</summary>
    public ClusterFacts SinceOver => Over is { } over ? this with { Logs = Logs.FindAll(l => l.At > over) } : this;

    /// <summary>What the service is called elsewhere: in its logs and numbers.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What it wrote itself about trouble around the alert; what others write about it proves nothing here.</summary>
    public IEnumerable<LineFact> OwnTrouble => Logs.Where(l => (l.Service == Workload || l.Service == Subject) && l.IsTrouble && l.At >= Since - TimeSpan.FromMinutes(15));

    /// <summary>The last lines of pods in trouble, which were asked for by the pod's name and bear no time.</summary>
    public IEnumerable<LineFact> LastWords => Logs.Where(l => l.Service == Workload && l.At >= Now);

    /// <summary>These are all of the newest template, and what was before it runs, or it is new enough to be blamed.</summary>
    public bool IsNewest(IReadOnlyList<PodView> failing)
    {
        if (NewestHash is not { } newest || failing.Any(p => p.TemplateHash != newest))
            return false;
        return Pods.Exists(p => p.IsWell && p.TemplateHash != newest)
            || (Rollout is { Current: { } current, Previous: not null } && Since - current.CreatedAt < TimeSpan.FromHours(6));
    }

    public IEnumerable<EventView> About(PodView pod) => Events.Where(e => e.Name == pod.Name);

    public ImmutableList<string> Cite(params string[] sources) => [.. sources.Select(s => Sources.GetValueOrDefault(s)).OfType<string>().Distinct()];

    private bool IsLeftOver(PodView pod) =>
        pod.Phase == "Failed" && Controller is { Kind: "deployment", IsComplete: true } && Sources.ContainsKey("events") && Pods.Count(p => p.Phase == "Failed") <= FewLeftOver
        && pod.Containers.TrueForAll(c => c.EndedAt is null || c.EndedAt < Now - Settled) && About(pod).All(e => e.LastSeen <= Now - Settled);

    private bool IsReplaced(PodView pod) => Pods.Count(p => p.IsWell && p.TemplateHash != pod.TemplateHash) >= Controller!.Desired;
}
