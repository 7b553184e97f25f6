using System.Collections.Immutable;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Every way of doing harm that is known. To add one, write it beside its kin.</summary>
internal static class Mechanisms
{
    public static ImmutableArray<Mechanism> All { get; } =
        [.. LimitMechanisms.All, .. WorkMechanisms.All, .. MeaningMechanisms.All, .. AccessMechanisms.All, .. FlowMechanisms.All, .. KeepingMechanisms.All, .. NumberMechanisms.All, .. CountMechanisms.All, .. DefaultMechanisms.All, .. TableMechanisms.All, .. AreaMechanisms.All];
}
