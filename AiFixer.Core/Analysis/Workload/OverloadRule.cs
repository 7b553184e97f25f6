using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>The copies run, but there are too few of them for what is asked of them.</summary>
internal sealed class OverloadRule : IWorkloadRule
{
    private static readonly string[] Words = ["overloaded", "too many requests", "queue is full", "above capacity", "load shedding"];

    public string Name => "overload";

    public (Finding? Found, string RuledOut) Judge(WorkloadFacts facts)
    {
        if (facts.Pods.Exists(pod => pod.Crashes || pod.CannotPull))
            return (null, "pods crash rather than being too few");
        var said = facts.Logs.SelectMany(log => log.Lines).FirstOrDefault(IsOverload);
        var probes = facts.Warnings.Find(warning => warning.Reason == "Unhealthy");
        if (said is null)
            return (null, "no log speaks of too much load");
        if (facts.Rollout is not { } rollout)
            return (null, "the number of replicas is unknown");
        var sure = probes is not null || facts.Pods.Exists(pod => !pod.Ready);
        var replicas = Math.Min(100, rollout.Desired + Math.Max(1, (rollout.Desired + 1) / 2));
        var cause = $"{rollout.Desired} replicas are too few for the load: {Quote.Of(said)}"
            + (probes is null ? "" : $"; probes fail: {probes.Message}") + ".";
        var more = Suggest.Scale(facts, replicas, $"Share the load among {replicas} replicas instead of {rollout.Desired}.");
        return (new(sure ? Verdict.Confirmed : Verdict.Likely, "overload", cause, sure ? 0.85 : 0.7, [more]), "");
    }

    private static bool IsOverload(string line) => Array.Exists(Words, word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
