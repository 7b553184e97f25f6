using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>The attempts of one run of a job, each a pod of its own.</summary>
public sealed record JobFacts(string Name, ImmutableList<PodView> Attempts, string Evidence);
