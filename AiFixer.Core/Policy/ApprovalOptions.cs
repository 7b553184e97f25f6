using System.Collections.Immutable;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Who has to approve what.</summary>
public sealed record ApprovalOptions
{
    /// <summary>From this risk on two people have to approve; null for never.</summary>
    public PluginRisk? FourEyesFrom { get; init; } = PluginRisk.High;

    /// <summary>Who may approve what; when there is none, every approver may approve everything.</summary>
    public ImmutableList<ApproverRule> Approvers { get; init; } = [];
}
