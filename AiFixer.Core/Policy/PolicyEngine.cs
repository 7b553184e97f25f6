using System.Collections.Immutable;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Policy;

/// <summary>Asks every rule about every action; the strictest answer holds.</summary>
internal static class PolicyEngine
{
    /// <summary>Changes whenever the meaning of a rule does; a grant names the version it was given under.</summary>
    public const string Version = "1";

    private static readonly ImmutableArray<IPolicyRule> Rules =
    [
        new RiskRule(),
        new ProtectedNamespaceRule(),
        new ModeRule(),
        new AutoNamespaceRule(),
        new VerbRule(),
        new ReplicaChangeRule(),
        new ActionBudgetRule(),
    ];

    public static PolicyDecision Decide(Incident incident, IEnumerable<IncidentAction> actions, PolicyOptions options)
    {
        var opinions = actions.SelectMany(action => Opinions(incident, action, options)).Distinct().ToImmutableList();
        var outcome = opinions.IsEmpty ? PolicyOutcome.AutoExecute : opinions.Max(opinion => opinion.Outcome);
        return new(outcome, Version, opinions);
    }

    private static IEnumerable<RuleOpinion> Opinions(Incident incident, IncidentAction action, PolicyOptions options) =>
        from rule in Rules
        let judged = rule.Judge(incident, action, options)
        where judged is not null
        select new RuleOpinion(rule.Name, judged.Value.Outcome, judged.Value.Reason);
}
