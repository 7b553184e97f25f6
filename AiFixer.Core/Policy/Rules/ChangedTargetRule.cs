using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>What was granted once and did not fit the world any more is looked at by a person, with the difference.</summary>
internal sealed class ChangedTargetRule : IPolicyRule
{
    public string Name => "changed-target";

    public string Describe(PolicyOptions options) => "What was granted and did not fit any more is looked at by a person.";

    public (PolicyOutcome Outcome, string Reason)? Judge(PolicyQuestion question) =>
        question.Incident.Actions.FindLast(other => other.Status == ActionStatus.Stale && other.Round < question.Action.Round
            && other.Plan?.Target.Key == question.Target.Key) is { } stale
            ? (PolicyOutcome.RequireApproval, $"It was planned before, as {stale.Id}, and did not fit any more: {stale.Message}")
            : null;
}
