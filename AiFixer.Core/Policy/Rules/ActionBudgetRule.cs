using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ActionBudgetRule : IPolicyRule
{
    public string Name => "action-budget";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options)
    {
        var index = incident.Actions.FindIndex(other => other.Id == action.Id);
        return index < options.MaxActionsPerIncident
            ? null
            : (PolicyOutcome.RequireApproval, $"It would be action {index + 1} of this incident; {options.MaxActionsPerIncident} run without a person.");
    }
}
