namespace AiFixer.Core.Incidents;

/// <summary>What may happen with a proposal, from freest to strictest.</summary>
public enum PolicyOutcome
{
    AutoExecute,
    RequireApproval,
    Escalate,
}
