using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>Copies crash and no rollout explains it: a restart is the mildest thing that may help.</summary>
internal sealed class CrashRule : IWorkloadRule
{
    public string Name => "crash without a rollout";

    public (Finding? Found, string RuledOut) Judge(WorkloadFacts facts)
    {
        var crashing = facts.Pods.FindAll(pod => pod.Crashes);
        if (crashing.IsEmpty)
            return (null, "no pod crashes");
        if (crashing.Exists(pod => pod.LastExit == "OOMKilled"))
            return (new(Verdict.Likely, "oom", $"{crashing[0].Name} is killed for using more memory than it may.", 0.7, []), "");
        var last = facts.Logs.SelectMany(log => log.Lines).LastOrDefault();
        var cause = $"{crashing.Count} of {facts.Pods.Count} pods crash ({crashing[0].Trouble}) and no new revision explains it"
            + (last is null ? "." : $"; the last line of a log: {Quote.Of(last)}.");
        return (new(Verdict.Likely, "crash_loop", cause, 0.55, [Suggest.Restart(facts, "A clean start clears what a crash left behind.")]), "");
    }
}
