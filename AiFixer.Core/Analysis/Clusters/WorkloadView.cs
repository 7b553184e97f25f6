using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Clusters;

/// <summary>A workload as its controller sees it.</summary>
public sealed record WorkloadView(string Kind, string Name, int Desired, int Ready, int Updated, int Available, ImmutableList<ConditionView> Conditions)
{
    public bool IsComplete => Ready >= Desired && Available >= Desired;

    public ConditionView? Stuck => Conditions.Find(c => c is { Type: "Progressing", IsTrue: false } or { Type: "ReplicaFailure", IsTrue: true });
}
