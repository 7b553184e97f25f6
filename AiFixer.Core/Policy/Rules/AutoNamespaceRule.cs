using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class AutoNamespaceRule : IPolicyRule
{
    public string Name => "auto-namespace";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        options.AutoNamespaces.Contains(action.Plan!.Target.Namespace)
            ? null
            : (PolicyOutcome.RequireApproval, $"Namespace {action.Plan.Target.Namespace} is not one where fixes run by themselves.");
}
