namespace AiFixer.Gateway.PolicyApi;

/// <summary>Questions that wait, and how much people were asked.</summary>
public sealed record ApprovalsView(IReadOnlyList<WaitingApproval> Waiting, ApprovalLoad Load)
{
    /// <summary>How many wait that are not listed; those that are listed end first.</summary>
    public int More { get; init; }
}
