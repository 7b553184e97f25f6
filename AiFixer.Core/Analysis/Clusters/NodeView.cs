using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>One machine of a cluster.</summary>
public sealed record NodeView(string Name, bool? Ready, bool Cordoned, ImmutableList<ConditionView> Conditions)
{
    /// <summary>Devices, such as processors for graphics, of which it offers fewer than it has.</summary>
    public ImmutableList<string> Lacking { get; init; } = [];

    /// <summary>Devices that it has and offers.</summary>
    public ImmutableList<string> Devices { get; init; } = [];

    public IEnumerable<ConditionView> Pressures => Conditions.Where(c => c is { IsTrue: true } && (c.Type.EndsWith("Pressure", StringComparison.Ordinal) || c.Type == "NetworkUnavailable"));
}
