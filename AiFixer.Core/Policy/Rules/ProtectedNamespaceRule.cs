using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ProtectedNamespaceRule : IPolicyRule
{
    public string Name => "protected-namespace";

    public string Describe(PolicyOptions options) => $"Never changed: the namespaces {Listed.Of(options.ProtectedNamespaces)}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Options.ProtectedNamespaces.Contains(question.Target.Namespace, StringComparer.OrdinalIgnoreCase)
            ? (PolicyOutcome.Escalate, $"Namespace {question.Target.Namespace} is protected.")
            : null;
}
