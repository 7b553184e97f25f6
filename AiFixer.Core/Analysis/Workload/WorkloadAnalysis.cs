using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Workload;

/// <summary>Asks each rule in turn; the first that finds something explains the incident.</summary>
public static class WorkloadAnalysis
{
    public const string Analyst = "offline rules";

    private static readonly ImmutableArray<IWorkloadRule> Rules = [new BadRolloutRule(), new OverloadRule(), new CrashRule()];

    public static Diagnosis Diagnose(WorkloadFacts facts, ImmutableList<Evidence> evidence)
    {
        if (facts.Rollout is null && facts.Pods.IsEmpty)
            return Unknown($"{facts.Namespace}/{facts.Name} could not be looked at.", evidence, [], facts.Gaps);
        var ruledOut = ImmutableList.CreateBuilder<string>();
        foreach (var rule in Rules)
        {
            var (found, why) = rule.Judge(facts);
            if (found is not null)
                return Of(found, evidence, ruledOut.ToImmutable(), facts.Gaps);
            ruledOut.Add($"{rule.Name}: {why}");
        }

        return Unknown($"Nothing that was seen of {facts.Namespace}/{facts.Name} explains the alert.", evidence, ruledOut.ToImmutable(), facts.Gaps);
    }

    public static Diagnosis Unknown(string what, ImmutableList<Evidence> evidence, ImmutableList<string> ruledOut, ImmutableList<string> gaps) =>
        new(0, Analyst, Verdict.Inconclusive, "unknown", what, 0, evidence, [], ruledOut, gaps);

    private static Diagnosis Of(Finding found, ImmutableList<Evidence> evidence, ImmutableList<string> ruledOut, ImmutableList<string> gaps) =>
        new(0, Analyst, found.Verdict, found.Category, found.RootCause, found.Confidence, evidence, found.Suggestions, ruledOut, gaps);
}
