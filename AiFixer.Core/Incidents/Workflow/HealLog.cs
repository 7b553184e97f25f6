using AiFixer.Core.Incidents.Events;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>Writes the heal log: a line for each time a playbook acted, or did not.</summary>
internal static class HealLog
{
    public static void Start(Draft draft, PlaybookUse playbook, string detail, string target, string? action = null) =>
        draft.Add(new HealStarted(New(draft, playbook, detail, target) with { Action = action }));

    public static Draft Skip(Draft draft, PlaybookUse playbook, string target, string why) =>
        draft.Add(new HealSkipped(New(draft, playbook, playbook.Action.Detail, target) with { Result = HealResult.Skipped, Output = why, DurationMs = 0 }));

    /// <summary>It could not even be planned.</summary>
    public static Draft Impossible(Draft draft, string why)
    {
        if (draft.State.Playbook is { } playbook)
            draft.Add(new HealSkipped(New(draft, playbook, playbook.Action.Detail, playbook.Target) with { Result = HealResult.Failed, Output = why, DurationMs = 0 }));
        return draft;
    }

    /// <summary>Ends the attempt that is under way, if one is.</summary>
    /// <param name="took">How long it took; null when that is told by its action.</param>
    public static void End(Draft draft, HealResult result, string output, double? took = null)
    {
        if (draft.State.OpenHeal() is { } heal)
            draft.Add(new HealEnded(heal.Number, result, Output(draft.State, heal, output), took ?? Took(draft, heal)));
    }

    /// <summary>The incident is closed. That somebody else says so is no success of what never happened, and silence is no word at all.</summary>
    public static void Over(Draft draft, ClosedBy how, string note)
    {
        var happened = Happened(draft.State);
        var result = how switch
        {
            ClosedBy.Verification or ClosedBy.Sender when happened => HealResult.Success,
            ClosedBy.Quiet when happened => HealResult.Quiet,
            _ => HealResult.Failed,
        };
        End(draft, result, note);
    }

    /// <summary>Whether what is under way was done: a call that came back well, or what needs no call.</summary>
    public static bool Happened(Incident state) =>
        state.OpenHeal()?.Action is not { } action || state.Action(action).Status == ActionStatus.Succeeded;

    private static string Output(Incident state, HealAttempt heal, string output) =>
        heal.Action is { } action && state.Action(action).Message is { Length: > 0 } message && message != output
            ? $"{message}\n{output}"
            : output;

    private static double Took(Draft draft, HealAttempt heal)
    {
        var ended = heal.Action is { } action ? draft.State.Action(action).FinishedAt ?? draft.Now : draft.Now;
        return Math.Max(0, (ended - heal.StartedAt).TotalMilliseconds);
    }

    private static HealAttempt New(Draft draft, PlaybookUse playbook, string detail, string target) =>
        new((draft.State.Heals?.Count ?? 0) + 1, playbook.Id, playbook.Action.Type, detail, target, draft.Now);
}
