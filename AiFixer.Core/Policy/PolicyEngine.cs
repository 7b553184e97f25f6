using System.Collections.Immutable;
using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Core.Policy;

/// <summary>Asks every rule about every action; the strictest answer holds.</summary>
internal static class PolicyEngine
{
    internal static readonly ImmutableArray<IPolicyRule> All =
    [
        new KillSwitchRule(),
        new RiskRule(),
        new ProtectedNamespaceRule(),
        new ProtectedResourceRule(),
        new ProtectedLabelRule(),
        new ModeRule(),
        new AutoNamespaceRule(),
        new VerbRule(),
        new ReplicaChangeRule(),
        new BlastRadiusRule(),
        new FreezeRule(),
        new MaintenanceRule(),
        new ActionBudgetRule(),
        new ChangedTargetRule(),
    ];

    /// <summary>What may happen with actions as they were planned.</summary>
    public static PolicyDecision Decide(
        Incident incident, IEnumerable<IncidentAction> actions, PolicyOptions options, PolicyFacts facts, DateTimeOffset now) =>
        Answer(options, actions.SelectMany(action => Opinions(new(incident, action, action.Plan!, options, facts, now))));

    /// <summary>The same about one that is about to leave, by what the target is now.</summary>
    public static PolicyDecision DecideAgain(
        Incident incident, IncidentAction action, ActionPlan reading, PolicyOptions options, PolicyFacts facts, DateTimeOffset now) =>
        Answer(options, Opinions(new(incident, action, reading, options, facts, now)));

    /// <summary>What would have been decided where nothing is done.</summary>
    public static PolicyOutcome Otherwise(PolicyDecision decision) =>
        Strictest(decision.Opinions.FindAll(opinion => !(opinion.Rule == ModeRule.Id && opinion.Outcome == PolicyOutcome.Escalate)));

    private static PolicyDecision Answer(PolicyOptions options, IEnumerable<RuleOpinion> spoken)
    {
        var opinions = spoken.Distinct().ToImmutableList();
        return new(Strictest(opinions), PolicyVersion.Of(options), opinions);
    }

    private static PolicyOutcome Strictest(ImmutableList<RuleOpinion> opinions) =>
        opinions.IsEmpty ? PolicyOutcome.AutoExecute : opinions.Max(opinion => opinion.Outcome);

    private static IEnumerable<RuleOpinion> Opinions(PolicyQuestion question)
    {
        var remembered = question.Facts.Remembered.Find(one => one.Fits(question.Action, question.Plan, question.Now));
        foreach (var rule in All)
        {
            if (rule.Judge(question) is { } said)
                yield return Opinion(rule, said, remembered);
        }
    }

    private static RuleOpinion Opinion(IPolicyRule rule, (PolicyOutcome Outcome, string Reason) said, RememberedApproval? remembered) =>
        remembered is not null && rule.YieldsToRemembered && said.Outcome == PolicyOutcome.RequireApproval
            ? new(rule.Name, PolicyOutcome.AutoExecute, $"{said.Reason} {remembered.By.Name} approved it until {remembered.Until:u}.")
            : new(rule.Name, said.Outcome, said.Reason);
}
