using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>What a fix did, what it undid, and whether it helped.</summary>
internal static class ResultCard
{
    private const int MostActions = 12;

    /// <summary>Something of the round may have left.</summary>
    public static bool Has(Incident incident, int round) => incident.Actions.Exists(action =>
        action.Round == round && (action.Sent > 0 || action.Status is ActionStatus.Succeeded or ActionStatus.Failed or ActionStatus.Unknown));

    public static LarkCard Draw(Incident incident, int round, Pen pen)
    {
        var actions = incident.Actions.Where(action => action.Round == round).ToList();
        var number = 0;
        foreach (var action in pen.Room.Take(actions, MostActions))
            Action(pen, action, ++number);
        var isLast = round == incident.ProposalRound;
        if (isLast && incident.Verification is { } watched)
            Watched(pen, watched);
        return pen.Card(pen.Title("result.title"), CardColor.Of(incident.Severity), Tag(pen, actions, isLast ? incident.Verification : null));
    }

    private static void Action(Pen pen, IncidentAction action, int number)
    {
        var name = pen.Room.Take(action.Request.Plugin, 100);
        var state = pen.Words.Name("action", action.Status);
        var took = action is { StartedAt: { } started, FinishedAt: { } finished }
            ? ((long)(finished - started).TotalMilliseconds).ToString(CultureInfo.InvariantCulture)
            : null;
        var line = action.UndoOf is { } undone ? pen.Words.Say("result.undo", number, undone, state)
            : took is null ? pen.Words.Say("result.action", number, name, state)
            : pen.Words.Say("result.took", number, name, state, took);
        pen.Add(Markdown.Bold(line))
            .Field("proposal.on", action.Plan?.Target.ToString() ?? "", 200)
            .Field("result.said", pen.Words.Own(action.Message), 1_500);
    }

    private static void Watched(Pen pen, Verification watched) => pen.Add(watched.Passed switch
    {
        null => pen.Words.Tell("result.watching", Markdown.Text(Pen.Moment(watched.Deadline))),
        true => pen.Words.Tell("result.passed", Markdown.Text(pen.Room.Take(pen.Words.Own(watched.Details), 600))),
        false => pen.Words.Tell("result.notPassed", Markdown.Text(pen.Room.Take(pen.Words.Own(watched.Details), 600))),
    });

    private static CardTag Tag(Pen pen, List<IncidentAction> actions, Verification? watched)
    {
        if (watched?.Passed == false || actions.Exists(action => action.Status is ActionStatus.Failed or ActionStatus.Stale))
            return new(pen.Words["tag.failed"], "red");
        return watched?.Passed == true ? new(pen.Words["tag.done"], "green") : new(pen.Words["tag.running"], "blue");
    }
}
