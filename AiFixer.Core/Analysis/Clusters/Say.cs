using System.Collections.Immutable;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>Makes causes of what a cluster shows.</summary>
internal static class Say
{
    private const int Longest = 400;

    public static Cause Cause(string category, double strength, string says, string remedy, params IEnumerable<CitedClaim> shows) => new(category, strength, says, remedy, [.. shows]);

    public static CitedClaim That(ClusterFacts facts, string text, params string[] sources) => new(text, facts.Cite(sources));

    public static CitedClaim Event(ClusterFacts facts, EventView seen) =>
        That(facts, $"{seen.Kind} {seen.Name}: {seen.Reason}{(seen.Count > 1 ? $" ({seen.Count} times)" : "")}: {Words(seen.Message)}", "events");

    public static string Words(string text) => Workload.Quote.Of(text.Length > Longest ? $"{text[..Longest]}…" : text);

    public static string Pods(IReadOnlyList<PodView> pods) => pods.Count switch
    {
        1 => $"pod {pods[0].Name}",
        <= 3 => $"pods {string.Join(", ", pods.Select(p => p.Name))}",
        var many => $"{many} pods, {pods[0].Name} among them,",
    };

    public static ImmutableList<SuggestedAction> Fix(params SuggestedAction?[] actions) => [.. actions.OfType<SuggestedAction>()];
}
