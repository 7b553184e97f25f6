using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>The newest revision does not run and the one before it did.</summary>
internal sealed class BadRolloutRule : IWorkloadRule
{
    /// <summary>A rollout this long before the alert needs more than its date to be blamed.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(6);

    public string Name => "bad rollout";

    public (Finding? Found, string RuledOut) Judge(WorkloadFacts facts)
    {
        if (facts.Rollout is not { Current: { } current, Previous: { } previous })
            return (null, "there is no earlier revision to compare with");
        var failing = facts.Pods.FindAll(pod => pod.TemplateHash == current.TemplateHash && (pod.Crashes || pod.CannotPull));
        if (failing.IsEmpty)
            return (null, $"the pods of the newest revision ({current.Number}) do not crash");
        var oldFails = facts.Pods.Exists(pod => pod.TemplateHash != current.TemplateHash && (pod.Crashes || pod.CannotPull));
        if (oldFails)
            return (null, "pods of earlier revisions fail as well, so the newest one is not what broke it");
        var sure = previous.Ready > 0;
        if (!sure && facts.Since - current.CreatedAt > Recent)
            return (null, $"revision {current.Number} has run since {current.CreatedAt:u}, long before the alert");
        var cause = $"Revision {current.Number} ({current.Image}) does not run: {failing[0].Trouble}"
            + (failing[0].LastExit is { } exit ? $", last ended with {exit}" : "")
            + $". Revision {previous.Number} ({previous.Image}) "
            + (sure ? $"still has {previous.Ready} ready pods." : "ran before it.");
        var undo = Suggest.Rollback(facts, previous.Number, $"Go back to revision {previous.Number}, which ran.");
        return (new(sure ? Verdict.Confirmed : Verdict.Likely, "bad_rollout", cause, sure ? 0.95 : 0.8, [undo]), "");
    }
}
