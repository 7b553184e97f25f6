using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Whoever suggests an action may raise its risk above what its plugin says, never lower it.</summary>
internal sealed class RiskRule : IPolicyRule
{
    public string Name => "risk";

    public string Describe(PolicyOptions options) => "High risk needs a person, critical risk is left to people.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) => question.Action.Traits.Risk switch
    {
        PluginRisk.Low or PluginRisk.Medium => null,
        PluginRisk.High => (PolicyOutcome.RequireApproval, $"{question.Action.Request.Plugin} is of high risk."),
        _ => (PolicyOutcome.Escalate, $"{question.Action.Request.Plugin} is of critical risk: a person does that by hand."),
    };
}
