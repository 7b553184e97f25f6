namespace AiFixer.Gateway.PolicyApi;

/// <summary>Questions that wait, and how much people were asked.</summary>
public sealed record ApprovalsView(IReadOnlyList<WaitingApproval> Waiting, ApprovalLoad Load);
