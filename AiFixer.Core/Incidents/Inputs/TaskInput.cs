using System.Collections.Immutable;
using System.Text.Json.Serialization;
using AiFixer.Core.Alerts;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents;

/// <summary>
/// News of an open task. A task that is no longer open is none of anybody's business. The names with a version are how it
/// travels between processes.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TimePassed), "time-passed/1")]
[JsonDerivedType(typeof(Broke), "broke/1")]
[JsonDerivedType(typeof(TriageDone), "triage-done/1")]
[JsonDerivedType(typeof(DiagnosisDone), "diagnosis-done/1")]
[JsonDerivedType(typeof(ProposalDone), "proposal-done/1")]
[JsonDerivedType(typeof(ReadyToSend), "ready-to-send/1")]
[JsonDerivedType(typeof(CannotSend), "cannot-send/1")]
[JsonDerivedType(typeof(ClaimDenied), "claim-denied/1")]
[JsonDerivedType(typeof(Sent), "sent/1")]
[JsonDerivedType(typeof(Interrupted), "interrupted/1")]
[JsonDerivedType(typeof(Looked), "looked/1")]
[JsonDerivedType(typeof(HealthSeen), "health-seen/1")]
[JsonDerivedType(typeof(HeldBack), "held-back/1")]
[JsonDerivedType(typeof(LeaderSeen), "leader-seen/1")]
[JsonDerivedType(typeof(GroupTold), "group-told/1")]
[JsonDerivedType(typeof(HealBegins), "heal-begins/1")]
[JsonDerivedType(typeof(Noticed), "noticed/1")]
[JsonDerivedType(typeof(SenderHeard), "sender-heard/1")]
public abstract record TaskInput(string TaskId) : IncidentInput
{
    /// <summary>Its time has come.</summary>
    public sealed record TimePassed(string TaskId) : TaskInput(TaskId);

    /// <summary>It could not be done.</summary>
    public sealed record Broke(string TaskId, string Error, bool Retryable) : TaskInput(TaskId);

    /// <param name="Playbook">The one that fits; null when none does.</param>
    public sealed record TriageDone(string TaskId, ErrorClass Class, PlaybookUse? Playbook = null) : TaskInput(TaskId);

    public sealed record DiagnosisDone(string TaskId, Diagnosis Diagnosis) : TaskInput(TaskId);

    /// <summary>There is no room for one more investigation.</summary>
    public sealed record HeldBack(string TaskId, string Reason, DateTimeOffset Until) : TaskInput(TaskId);

    /// <summary>Suggestions became plans, or did not.</summary>
    public sealed record ProposalDone(string TaskId, ImmutableList<PlannedAction> Actions, ImmutableList<string> Impossible)
        : TaskInput(TaskId)
    {
        /// <summary>What people said at run time; null when nothing.</summary>
        public PolicyFacts? Facts { get; init; }
    }

    /// <summary>The target was read again right before the call: may it leave?</summary>
    /// <param name="Sender">Which hold of the store's lease would send it.</param>
    public sealed record ReadyToSend(string TaskId, ActionPlan Reading, string? Sender = null) : TaskInput(TaskId)
    {
        /// <summary>What people said at run time, read from the store; null when nothing.</summary>
        public PolicyFacts? Facts { get; init; }
    }

    /// <summary>The target could not be planned for any more.</summary>
    public sealed record CannotSend(string TaskId, string Reason) : TaskInput(TaskId);

    /// <summary>A claim that the call needs is held by somebody else.</summary>
    public sealed record ClaimDenied(string TaskId, string Key, IncidentId Holder, DateTimeOffset? Until) : TaskInput(TaskId);

    /// <summary>The call came back.</summary>
    public sealed record Sent(string TaskId, ExecuteResult Result) : TaskInput(TaskId);

    /// <summary>The process that had the call out is gone.</summary>
    public sealed record Interrupted(string TaskId) : TaskInput(TaskId);

    /// <summary>Somebody looked at what an unknown call did.</summary>
    public sealed record Looked(string TaskId, Observation Seen) : TaskInput(TaskId)
    {
        /// <summary>When the look began, by the clock of whoever looked; null when nobody says.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>How long it took, whatever any clock says.</summary>
        public TimeSpan Took { get; init; }

        /// <summary>What was seen is at least as old as this: of two clocks the one that says it is older is believed.</summary>
        public DateTimeOffset Began(DateTimeOffset now) => At is { } at && at < now - Took ? at : now - Took;
    }

    /// <summary>A look at whether the world recovers.</summary>
    public sealed record HealthSeen(string TaskId, TargetHealth Health, string Details) : TaskInput(TaskId);

    /// <summary>A look at the incident that this one follows.</summary>
    /// <param name="News">Null when it is not there any more.</param>
    public sealed record LeaderSeen(string TaskId, LeaderNews? News) : TaskInput(TaskId);

    /// <summary>All that followed this incident know that it is closed.</summary>
    public sealed record GroupTold(string TaskId) : TaskInput(TaskId);

    /// <summary>A playbook without a plugin would act now, if its claims are to be had.</summary>
    public sealed record HealBegins(string TaskId) : TaskInput(TaskId);

    /// <summary>People were told.</summary>
    public sealed record Noticed(string TaskId, string Details, double DurationMs) : TaskInput(TaskId);

    /// <summary>When the sender last reported the trouble.</summary>
    public sealed record SenderHeard(string TaskId, DateTimeOffset LastSeen) : TaskInput(TaskId);
}
