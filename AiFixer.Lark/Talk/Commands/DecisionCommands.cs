using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Talk.Commands;

/// <summary>Tells incidents what a person decided by typing.</summary>
internal sealed class DecisionCommands(IncidentTalk talk, IJournalReader journal)
{
    public async Task<CommandReply> TellAsync(CommandCall call, IncidentId id, CancellationToken cancellationToken)
    {
        var words = call.Words;
        CommandReply? instead = null;
        var receipt = await talk.TellAsync(
            call.Received,
            id,
            incident =>
            {
                (var input, instead) = Wish(call, incident);
                return input;
            },
            cancellationToken);
        return receipt switch
        {
            null => instead!,
            TellReceipt.Accepted => CommandReply.Of(words.Say("command.done", id, words[DoneKey(call.Command.Kind)])),
            TellReceipt.Refused refused => CommandReply.Of(words.Say("command.done", id, RefusalText.Of(words, refused.Refusal, await FindAsync(id, cancellationToken), CardOf(refused, call), call.By))),
            TellReceipt.NotFound => CommandReply.Of(words.Say("command.noIncident", id)),
            TellReceipt.Busy busy => CommandReply.Of(words.Say("command.busy", busy.Reason)),
            _ => CommandReply.Of(words.Say("command.busy", id)),
        };
    }

    private static (PersonInput?, CommandReply?) Wish(CommandCall call, Incident incident)
    {
        var (by, rest) = (call.By, call.Command.Rest);
        return call.Command.Kind switch
        {
            CommandKind.Diag => (new PersonInput.Rediagnose(by, rest), null),
            CommandKind.Ignore => (new PersonInput.Ignore(by, rest), null),
            CommandKind.Escalate => Escalate(call),
            _ => Answer(call, incident, rest),
        };
    }

    /// <summary>Whoever types "approve" means what was asked when they typed it: they have not seen anything newer.</summary>
    private static (PersonInput?, CommandReply?) Answer(CommandCall call, Incident incident, string reason)
    {
        if (incident.OpenCard() is not { } card)
            return (null, CommandReply.Of(call.Words.Say("command.nothingAsked", incident.Id)));
        if (card.AskedAt > call.Message.WrittenAt)
            return (null, CommandReply.Of(call.Words.Say("command.newer", incident.Id)));
        return call.Command.Kind == CommandKind.Approve
            ? (new PersonInput.Approve(call.By, card.Id), null)
            : (new PersonInput.Reject(call.By, card.Id, reason), null);
    }

    private static (PersonInput?, CommandReply?) Escalate(CommandCall call)
    {
        if (call.Message.Mentions.FirstOrDefault(mention => mention.Person.OpenId.Length > 0 && mention.Person.OpenId != call.Us) is not { } mention)
            return (null, CommandReply.Of(call.Words.Say("command.usage", CommandUse.Of(CommandKind.Escalate))));
        var to = mention.Person;
        var name = to.Name ?? to.OpenId;
        var why = string.Join(' ', call.Command.Words.Where(word => !word.StartsWith('@') && !name.Split(' ').Contains(word)));
        return (new PersonInput.Escalate(call.By, $"{name} ({to.OpenId})", why.Length == 0 ? call.Words["command.escalate.reason"] : why), null);
    }

    /// <summary>The question that a refusal is about, for the sentence that says who answered it.</summary>
    private static string? CardOf(TellReceipt.Refused refused, CommandCall call) =>
        call.Command.Kind is CommandKind.Approve or CommandKind.Reject ? refused.Refusal.Message.Split(' ').FirstOrDefault(word => word.Contains('/', StringComparison.Ordinal)) : null;

    private async Task<Incident?> FindAsync(IncidentId id, CancellationToken cancellationToken) =>
        await journal.LoadAsync(id, cancellationToken) is { } stored ? await StoredState.ReadAsync(journal, stored, cancellationToken) : null;

    private static string DoneKey(CommandKind kind) => kind switch
    {
        CommandKind.Diag => "click.again",
        CommandKind.Ignore => "click.ignore",
        CommandKind.Approve => "click.approve",
        CommandKind.Reject => "click.reject",
        _ => "state.escalated",
    };
}
