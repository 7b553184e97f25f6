using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>One machine of a cluster.</summary>
public sealed record NodeView(string Name, bool? Ready, bool Cordoned, ImmutableList<ConditionView> Conditions)
{
    public IEnumerable<ConditionView> Pressures => Conditions.Where(c => c is { IsTrue: true } && (c.Type.EndsWith("Pressure", StringComparison.Ordinal) || c.Type == "NetworkUnavailable"));
}
