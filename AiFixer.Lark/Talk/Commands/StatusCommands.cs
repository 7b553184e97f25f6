using System.Globalization;
using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>Tells how things stand.</summary>
internal sealed class StatusCommands(IIncidentQueries queries, IJournalReader journal)
{
    private const int MostLines = 20;
    private static readonly IncidentStatus[] Asking = [IncidentStatus.AwaitingDiagnosisApproval, IncidentStatus.AwaitingProposalApproval, IncidentStatus.Escalated];

    public async Task<CommandReply> AllAsync(Words words, CancellationToken cancellationToken)
    {
        var counts = await queries.CountAsync(cancellationToken);
        var open = counts.Where(count => count.Key.IsOpen()).Sum(count => count.Value);
        if (open == 0)
            return CommandReply.Of(words["command.status.none"]);
        var waiting = await queries.ListAsync(new(Asking, Limit: MostLines), cancellationToken);
        var lines = waiting.Items.Select(item => words.Say("command.status.line", item.Row.Severity, item.Id, item.Row.Title, State(words, item.Row.Status))).ToList();
        if (waiting.Next is not null)
            lines.Add(words["command.status.more"]);
        return new(words.Say(lines.Count == 0 ? "command.status.quiet" : "command.status.open", open.ToString(CultureInfo.InvariantCulture)), lines);
    }

    public async Task<CommandReply> OneAsync(Words words, IncidentId id, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(id, cancellationToken) is not { } stored)
            return CommandReply.Of(words.Say("command.noIncident", id));
        var incident = await StoredState.ReadAsync(journal, stored, cancellationToken);
        var lines = new List<string> { words.Say("label", words["target"], incident.Alert.Target?.ToString() ?? "-"), words.Say("label", words["alert.summary"], incident.Alert.Summary) };
        if (incident.Diagnosis is { } diagnosis)
            lines.Add(words.Say("label", words["diagnosis.cause"], $"{diagnosis.RootCause} ({words.Name("verdict", diagnosis.Verdict)}, {diagnosis.Analyst})"));
        if (incident.OpenCard() is { } card)
            lines.Add(words.Say("label", card.Id, words.Say("answer.until", Pen.Moment(card.ExpiresAt))));
        if (incident.Status == IncidentStatus.Escalated && incident.Escalation is { } escalation)
            lines.Add(words.Say("label", words["escalation.reason"], words.Own(escalation.Reason)));
        return new(words.Say("command.status.line", incident.Severity, id, incident.Alert.Name, State(words, incident.Status)), lines);
    }

    private static string State(Words words, IncidentStatus status) => words[status switch
    {
        IncidentStatus.Escalated => "state.escalated",
        IncidentStatus.Resolved => "state.resolved",
        IncidentStatus.Ignored => "state.ignored",
        _ when status.AwaitsApproval() => "state.asking",
        _ => "state.working",
    }];
}
