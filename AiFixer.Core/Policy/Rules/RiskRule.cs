using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

internal sealed class RiskRule : IPolicyRule
{
    public string Name => "risk";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        action.Traits.Risk switch
        {
            PluginRisk.Low or PluginRisk.Medium => null,
            PluginRisk.High => (PolicyOutcome.RequireApproval, $"{action.Request.Plugin} is of high risk."),
            _ => (PolicyOutcome.Escalate, $"{action.Request.Plugin} is of critical risk: a person does that by hand."),
        };
}
