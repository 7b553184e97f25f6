using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>Fences the difference to what the target has, never a number that somebody asked for.</summary>
internal sealed class ReplicaChangeRule : IPolicyRule
{
    public string Name => "replica-change";

    public string Describe(PolicyOptions options) => $"More than {options.MaxReplicaChange} replicas up or down need a person.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        var change = Math.Abs((long)question.Plan.Magnitude);
        return change > question.Options.MaxReplicaChange
            ? (PolicyOutcome.RequireApproval, $"It changes {change} replicas; {question.Options.MaxReplicaChange} is the most without a person.")
            : null;
    }
}
