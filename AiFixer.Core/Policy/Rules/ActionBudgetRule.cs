using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ActionBudgetRule : IPolicyRule
{
    public string Name => "action-budget";

    public string Describe(PolicyOptions options) => $"More than {options.MaxActionsPerIncident} actions of one incident need a person.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        var number = question.Incident.Actions.FindIndex(other => other.Id == question.Action.Id) + 1;
        var most = question.Options.MaxActionsPerIncident;
        return number <= most
            ? null
            : (PolicyOutcome.RequireApproval, $"It would be action {number} of this incident; {most} run without a person.");
    }
}
