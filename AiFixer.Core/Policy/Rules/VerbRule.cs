using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class VerbRule : IPolicyRule
{
    public string Name => "verb";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        options.ApprovalVerbs.Contains(action.Traits.Verb, StringComparer.OrdinalIgnoreCase)
            ? (PolicyOutcome.RequireApproval, $"To {action.Traits.Verb} always needs a person.")
            : null;
}
