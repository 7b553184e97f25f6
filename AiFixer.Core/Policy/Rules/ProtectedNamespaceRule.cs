using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ProtectedNamespaceRule : IPolicyRule
{
    public string Name => "protected-namespace";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        options.ProtectedNamespaces.Contains(action.Plan!.Target.Namespace, StringComparer.OrdinalIgnoreCase)
            ? (PolicyOutcome.Escalate, $"Namespace {action.Plan.Target.Namespace} is protected.")
            : null;
}
