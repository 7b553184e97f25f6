using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>While somebody stopped AiFixer, nothing starts.</summary>
internal sealed class KillSwitchRule : IPolicyRule
{
    public string Name => "kill-switch";

    public string Describe(PolicyOptions options) => "While somebody stopped AiFixer, nothing starts.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Facts.Stopped is { } stopped ? (PolicyOutcome.Escalate, stopped.Sentence) : null;
}
