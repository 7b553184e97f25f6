using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Asks whether to run a fix: exactly what is sent, whom it may hurt, and the way back.</summary>
internal static class ProposalCard
{
    private const int MostActions = 10;
    private const int MostRules = 5;
    private const int LongestName = 100;
    private const int LongestTarget = 200;
    private const int LongestConnection = 60;

    /// <summary>A rollback carries the whole template, twice: it has to be approved from here all the same.</summary>
    private const int LongestCall = 12_000;

    /// <summary>What is longer is folded away.</summary>
    private const int LongestOpen = 1_500;

    public static LarkCard Draw(Incident incident, Card card, int round, PolicyDecision? policy, RoomFacts facts, Pen pen)
    {
        var actions = incident.Actions.Where(action => action.Round == round && action.UndoOf is null).ToList();
        var number = 0;
        foreach (var action in pen.Room.Take(actions, MostActions))
            Action(pen, action, ++number);
        var rules = policy?.Opinions.Where(opinion => opinion.Outcome != PolicyOutcome.AutoExecute).ToList() ?? [];
        foreach (var opinion in pen.Room.Take(rules, MostRules))
            pen.Field("proposal.rule", $"{opinion.Rule}: {pen.Words.Own(opinion.Reason)}", 400);
        if (facts.FixesLeft is { } left)
            pen.Add(pen.Labelled("proposal.quota", pen.Words.Tell("proposal.quota.text", Number(left), Number(facts.FixesInAll))));
        if (card.Needed > 1)
            pen.Add(FourEyes(pen, card));
        if (card.Outcome == CardOutcome.Open || card.Outcome == CardOutcome.Approved)
            Stale(pen, actions);
        Answers.Add(pen, card, "proposal.ask", isSure: true, isWhole: IsWhole(pen.Room, actions));
        return pen.Card(pen.Title("proposal.title"), CardColor.Of(incident.Severity), Answers.Tag(pen, card, actions.Exists(IsStale)));
    }

    /// <summary>What is run, and on what, is all there: nobody approves what they cannot see.</summary>
    private static bool IsWhole(CardRoom room, List<IncidentAction> actions) => room.Fits(actions, MostActions) && actions.TrueForAll(action =>
        room.Fits(action.Request.Plugin, LongestName)
        && (action.Plan is not { } plan || (room.Fits(plan.Call, LongestCall) && room.Fits(plan.Target.ToString(), LongestTarget) && room.Fits(plan.Target.Connection, LongestConnection))));

    private static void Action(Pen pen, IncidentAction action, int number)
    {
        pen.Add(Markdown.Bold(pen.Words.Say("proposal.action", number, pen.Room.Take(action.Request.Plugin, LongestName), pen.Words.Name("risk", action.Traits.Risk))));
        if (action.RequestedBy is { } asker)
            pen.Field("proposal.requested", asker.Name, 100);
        pen.Field("proposal.why", action.Why, 600);
        if (action.Plan is not { } plan)
            return;
        pen.Add(pen.Labelled("proposal.on", pen.Words.Tell("proposal.on.text", Markdown.Text(pen.Room.Take(plan.Target.ToString(), LongestTarget)), Markdown.Text(pen.Room.Take(plan.Target.Connection, LongestConnection)))))
            .Block("proposal.call", plan.Call, LongestCall, LongestOpen)
            .Block("proposal.diff", plan.Diff, 3_000)
            .Field("proposal.blast", plan.BlastRadius, 600)
            .Field("proposal.undo", plan.Undo is { } undo ? $"{undo.Plugin} {undo.Arguments}" : pen.Words["proposal.undo.none"], 400);
    }

    private static Markdown FourEyes(Pen pen, Card card)
    {
        var names = card.ApprovedBy is { IsEmpty: false } some ? string.Join(", ", some.Select(person => person.Name)) : pen.Words["proposal.four.none"];
        return pen.Words.Tell("proposal.four", Number(card.Needed), Markdown.Text(pen.Room.Take(names, 200)));
    }

    private static void Stale(Pen pen, List<IncidentAction> actions)
    {
        if (actions.Find(IsStale) is { } stale)
            pen.Add(pen.Words.Tell("proposal.stale", Markdown.Text(pen.Room.Take(pen.Words.Own(stale.Message), 400))));
    }

    private static bool IsStale(IncidentAction action) => action.Status == ActionStatus.Stale;

    private static Markdown Number(long number) => Markdown.Text(number.ToString(CultureInfo.InvariantCulture));
}
