using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ModeRule : IPolicyRule
{
    public string Name => "mode";

    public (PolicyOutcome Outcome, string Reason)? Judge(Incident incident, IncidentAction action, PolicyOptions options) =>
        options.Mode == PolicyMode.Auto ? null : (PolicyOutcome.RequireApproval, "In review mode a person approves everything.");
}
