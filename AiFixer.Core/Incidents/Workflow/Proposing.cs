using System.Collections.Immutable;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Policy;

namespace AiFixer.Core.Incidents.Workflow;

/// <summary>From a diagnosis to a proposal that may run, or that people are asked about.</summary>
internal static class Proposing
{
    public static Draft Start(Draft draft) => draft.State.ProposalRound - draft.State.ProposalsBefore >= draft.Rules.MaxProposals
        ? Escalating.To(draft, $"{draft.Rules.MaxProposals} proposals did not lead to a fix.")
        : draft.Add(new ProposingStarted(draft.State.ProposalRound + 1, draft.Task(TaskKind.Propose)));

    /// <summary>What a playbook tries again is bounded by its own tries.</summary>
    public static Draft Afresh(Draft draft) => draft.Add(new ProposingStarted(draft.State.ProposalRound + 1, draft.Task(TaskKind.Propose), Afresh: true));

    /// <summary>What a person asks for takes the place of whatever was asked.</summary>
    public static Decision ByPerson(Draft draft, PersonInput.Propose propose)
    {
        var by = propose.By;
        Ending.WithdrawCard(draft, $"{by.Name} proposed something else.");
        HealLog.End(draft, HealResult.Failed, $"{by.Name} proposed something else.");
        var task = draft.Task(TaskKind.Propose);
        draft.Add(new ProposingStarted(draft.State.ProposalRound + 1, task, Afresh: true, ByPerson: true));
        return Proposed(draft, new(task.Id, [propose.Action with { RequestedBy = by, Playbook = null, Mode = null }], []) { Facts = propose.Facts });
    }

    public static Decision Proposed(Draft draft, TaskInput.ProposalDone done)
    {
        var actions = done.Actions.Select((planned, index) => Action(draft.State, planned, index)).ToImmutableList();
        draft.Add(new Proposed(Summary(actions), actions, done.Impossible));
        if (actions.IsEmpty)
            return Escalating.To(HealLog.Impossible(draft, NothingToDo(done.Impossible)), NothingToDo(done.Impossible)).Done();
        return Decide(draft, PolicyEngine.Decide(draft.State, actions, draft.Rules.Policy, done.Facts ?? PolicyFacts.None, draft.Now)).Done();
    }

    /// <summary>Asks a person after all: what would have run by itself may not right now.</summary>
    public static Draft AskAfterAll(Draft draft, string rule, string reason)
    {
        var opinion = new RuleOpinion(rule, PolicyOutcome.RequireApproval, reason);
        var before = draft.State.Policy!;
        return Decide(draft, before with { Outcome = PolicyOutcome.RequireApproval, Opinions = before.Opinions.Add(opinion) });
    }

    private static Draft Decide(Draft draft, PolicyDecision decision)
    {
        draft.Add(new PolicyDecided(decision));
        if (decision.Opinions.Exists(opinion => opinion is { Rule: ModeRule.Id, Outcome: PolicyOutcome.Escalate }))
            draft.Add(new ShadowRecorded(draft.State.ProposalRound, PolicyEngine.Otherwise(decision), draft.State.ProposalSummary ?? ""));
        return decision.Outcome switch
        {
            PolicyOutcome.AutoExecute => Granting.Start(draft, []),
            PolicyOutcome.RequireApproval => People.Ask(draft, CardId(draft.State), (card, task) => new ProposalApprovalRequested(Approvals.Needed(card, draft), task)),
            _ => Escalating.To(draft, Strictest(decision)),
        };
    }

    /// <summary>A second question about the same proposal is another card.</summary>
    private static string CardId(Incident state)
    {
        var asked = state.Cards.Count(card => IsCard(card.Id, state.ProposalRound));
        return asked == 0 ? $"proposal/{state.ProposalRound}" : $"proposal/{state.ProposalRound}.{asked + 1}";
    }

    /// <summary>Whether it is a question about the proposal of this round.</summary>
    public static bool IsCard(string card, int round) =>
        card == $"proposal/{round}" || card.StartsWith($"proposal/{round}.", StringComparison.Ordinal);

    private static string Strictest(PolicyDecision decision) =>
        decision.Opinions.First(opinion => opinion.Outcome == PolicyOutcome.Escalate).Reason;

    private static IncidentAction Action(Incident state, PlannedAction planned, int index) => new(
        $"a{state.Actions.Count + index + 1}",
        state.ProposalRound,
        planned.Request,
        planned.Traits,
        planned.Plan,
        planned.Why)
    {
        Playbook = planned.Playbook,
        Mode = planned.Mode,
        RequestedBy = planned.RequestedBy,
    };

    private static string Summary(ImmutableList<IncidentAction> actions) =>
        string.Join("; ", actions.Select(action => $"{action.Traits.Verb} {action.Plan!.Target}"));

    private static string NothingToDo(ImmutableList<string> impossible) => impossible.IsEmpty
        ? "There is a diagnosis, but nothing to propose."
        : "Nothing can be proposed: " + string.Join("; ", impossible);
}
