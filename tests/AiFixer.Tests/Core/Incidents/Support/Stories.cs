using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Tests.Core.Incidents.Support;

/// <summary>Beginnings that many stories share.</summary>
internal static class Stories
{
    public static Story AskedAboutDiagnosis() => Story.Open().Triaged().Diagnosed();

    public static Story Proposing(WorkflowRules? rules = null) => rules is null
        ? AskedAboutDiagnosis().Approved()
        : Story.Open(rules).Triaged().Diagnosed();

    public static Story AskedAboutProposal(params PlannedAction[] actions) =>
        Proposing().Proposed(actions.Length == 0 ? [Given.Planned()] : actions);

    /// <summary>Granted; no call has left.</summary>
    public static Story Granted(params PlannedAction[] actions) => AskedAboutProposal(actions).Approved();

    /// <summary>Granted by the policy alone; no call has left.</summary>
    public static Story GrantedByItself(params PlannedAction[] actions) =>
        Proposing(Given.Auto).Proposed(actions.Length == 0 ? [Given.Planned()] : actions);

    /// <summary>The call is out.</summary>
    public static Story Sending(params PlannedAction[] actions) => Granted(actions).Starts();

    public static Story OutcomeUnknown(params PlannedAction[] actions) => Sending(actions).Sends(ExecuteOutcome.Unknown, "timeout");

    public static Story Verifying(params PlannedAction[] actions)
    {
        var story = Sending(actions).Sends();
        while (story.State.Status == IncidentStatus.Executing)
            story.Starts().Sends();
        return story;
    }

    public static Story Escalated() => AskedAboutDiagnosis().Hears(new PersonInput.Escalate(Given.Operator, "team", "too hard"));

    public static Story Postponed() => Granted().Denied("cooldown:main/deployment/default/web", Given.Start.AddMinutes(5));

    public static Story Undoing() => Verifying().Waits(TimeSpan.FromMinutes(10)).Sees(TargetHealth.Unhealthy);

    /// <summary>A story whose incident stands there.</summary>
    public static Story At(IncidentStatus status) => status switch
    {
        IncidentStatus.Triaging => Story.Open(),
        IncidentStatus.Diagnosing => Story.Open().Triaged(),
        IncidentStatus.AwaitingDiagnosisApproval => AskedAboutDiagnosis(),
        IncidentStatus.Proposing => Proposing(),
        IncidentStatus.AwaitingProposalApproval => AskedAboutProposal(),
        IncidentStatus.Waiting => Postponed(),
        IncidentStatus.Executing => Sending(),
        IncidentStatus.Verifying => Verifying(),
        IncidentStatus.Escalated => Escalated(),
        IncidentStatus.Resolved => Story.Open().Hears(Given.Clears()),
        IncidentStatus.Ignored => Story.Open().Hears(new PersonInput.Ignore(Given.Operator, "known")),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No incident stays there."),
    };
}
