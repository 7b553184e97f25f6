using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class VerbRule : IPolicyRule
{
    public string Name => "verb";

    public string Describe(PolicyOptions options) => $"A person always approves: {Listed.Of(options.ApprovalVerbs)}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Options.ApprovalVerbs.Contains(question.Action.Traits.Verb, StringComparer.OrdinalIgnoreCase)
            ? (PolicyOutcome.RequireApproval, $"To {question.Action.Traits.Verb} always needs a person.")
            : null;
}
