using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ReplicaChangeRule : IPolicyRule
{
    public string Name => "replica-change";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        Math.Abs((long)action.Plan!.Magnitude) > options.MaxReplicaChange
            ? (PolicyOutcome.RequireApproval, $"It changes {Math.Abs((long)action.Plan.Magnitude)} replicas; {options.MaxReplicaChange} is the most without a person.")
            : null;
}
