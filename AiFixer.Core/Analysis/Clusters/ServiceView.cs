using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>A name under which copies are reached.</summary>
/// <param name="Selector">The labels that a copy needs to be reached; empty where somebody else says who is.</param>
/// <param name="NamedTargets">The ports of copies that it sends to by their names.</param>
public sealed record ServiceView(string Name, ImmutableDictionary<string, string> Selector, ImmutableList<string> NamedTargets)
{
    /// <summary>How many ports it has, those included that it sends to by their numbers.</summary>
    public int Ports { get; init; } = NamedTargets.Count;

    public bool Chooses(PodView pod) => !Selector.IsEmpty && Selector.All(wanted => pod.Labels.GetValueOrDefault(wanted.Key) == wanted.Value);
}
