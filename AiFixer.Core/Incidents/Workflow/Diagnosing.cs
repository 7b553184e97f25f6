using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>From a new incident to a diagnosis somebody can act on.</summary>
internal static class Diagnosing
{
    public static Draft Triage(Draft draft) => draft.Add(new TriageStarted(draft.Task(TaskKind.Triage)));

    public static Decision Triaged(Draft draft, TaskInput.TriageDone done)
    {
        draft.Add(new Triaged(done.Class));
        if (done.Playbook is { } playbook && Healing.Start(draft, playbook) is { } healing)
            return healing.Done();
        return Start(HoldingBack.Count(draft)).Done();
    }

    /// <summary>Whatever helps from now on, its playbook did not.</summary>
    public static Draft Start(Draft draft)
    {
        HealLog.End(draft, HealResult.Failed, "A new diagnosis was asked for.");
        return draft.Add(new DiagnosisStarted(draft.State.DiagnosisRound + 1, draft.Task(TaskKind.Diagnose)));
    }

    public static Decision Diagnosed(Draft draft, Diagnosis diagnosis)
    {
        draft.Add(new Diagnosed(diagnosis with { Round = draft.State.DiagnosisRound, Confidence = Bounded(diagnosis.Confidence), Gold = diagnosis.Gold?.Finite() }));
        if (diagnosis.Verdict == Verdict.Inconclusive && diagnosis.Suggestions.IsEmpty)
            return Escalating.To(draft, "No cause was found that evidence supports.").Done();
        var mode = PolicyModes.Of(draft.Rules.Policy, draft.State.Alert.Target);
        if (mode == PolicyMode.Shadow)
        {
            draft.Add(new DiagnosisApprovalSkipped("Shadow mode: nothing is done, whatever the diagnosis."));
            return Proposing.Start(draft).Done();
        }

        if (!MaySkipApproval(diagnosis, mode))
            return People.Ask(draft, $"diagnosis/{draft.State.DiagnosisRound}", (card, task) => new DiagnosisApprovalRequested(card, task)).Done();
        draft.Add(new DiagnosisApprovalSkipped("Auto mode, a confirmed cause, and no suggested action above medium risk."));
        return Proposing.Start(draft).Done();
    }

    private static double Bounded(double confidence) => double.IsFinite(confidence) ? Math.Clamp(confidence, 0, 1) : 0;

    private static bool MaySkipApproval(Diagnosis diagnosis, PolicyMode mode) =>
        mode == PolicyMode.Auto
        && diagnosis.Verdict == Verdict.Confirmed
        && !diagnosis.Suggestions.IsEmpty
        && diagnosis.Suggestions.TrueForAll(suggestion => suggestion.Risk <= PluginRisk.Medium);
}
