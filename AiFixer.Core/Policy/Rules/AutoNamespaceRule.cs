using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class AutoNamespaceRule : IPolicyRule
{
    public string Name => "auto-namespace";

    public bool YieldsToRemembered => true;

    public string Describe(PolicyOptions options) => $"Fixes run by themselves in {Listed.Of(options.AutoNamespaces)} only.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Options.AutoNamespaces.Contains(question.Target.Namespace)
            ? null
            : (PolicyOutcome.RequireApproval, $"Namespace {question.Target.Namespace} is not one where fixes run by themselves.");
}
