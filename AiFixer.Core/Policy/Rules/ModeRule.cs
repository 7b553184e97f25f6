using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ModeRule : IPolicyRule
{
    public const string Id = "mode";

    public string Name => Id;

    public bool YieldsToRemembered => true;

    public string Describe(PolicyOptions options) =>
        $"The mode is {options.Mode.ToString().ToLowerInvariant()}, or stricter where an environment or a playbook says so.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) => question.Mode switch
    {
        PolicyMode.Shadow => (PolicyOutcome.Escalate, "In shadow mode nothing is done; what would have been is written down."),
        PolicyMode.Review => (PolicyOutcome.RequireApproval, "In review mode a person approves everything."),
        _ => null,
    };
}
