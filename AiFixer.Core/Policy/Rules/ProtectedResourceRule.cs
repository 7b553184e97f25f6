using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

internal sealed class ProtectedResourceRule : IPolicyRule
{
    public string Name => "protected-resource";

    public string Describe(PolicyOptions options) => $"Never changed: {Listed.Of(options.ProtectedResources)}.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question)
    {
        var key = question.Target.Key;
        return question.Options.ProtectedResources.Find(pattern => Wildcard.Matches(pattern, key)) is { } pattern
            ? (PolicyOutcome.Escalate, $"{question.Target} is protected by {pattern}.")
            : null;
    }
}
