using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Talk.Commands;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk;

/// <summary>Works on one message: reports the alerts in it, or carries out the command, and answers.</summary>
internal sealed class MessageHandling(
    IHearing hearing, IIncidentHost host, Commanding commanding, Members members, ILarkClient client, OurName ourName, RoomOptions options)
{
    /// <returns>Why it has to be tried again; null when it is done.</returns>
    public async Task<string?> HandleAsync(ReceivedMessage received, CancellationToken cancellationToken)
    {
        var message = MessageJson.Read(received.Body);
        var us = await ourName.ReadAsync(cancellationToken);
        var heard = hearing.Hear(message, us);
        if (heard.Alerts.Count > 0 && (message.ChatType == "p2p" || options.HearsAlertsIn(message.ChatId)))
            return await ReportAsync(message, heard.Alerts, cancellationToken);
        if (heard.Alerts.Count > 0)
            return message.Mentions.Any(mention => mention.Person.OpenId == us) ? await ReplyAsync(message, CommandReply.Of(Words.Of(options.LanguageOf(message.ChatId))["command.notHere"]), cancellationToken) : null;
        // It may be said to us: whoever does not know their own name cannot tell, and asks again.
        if (us.Length == 0 && message.ChatType != "p2p" && message.Mentions.Count > 0)
            return "it is not known who we are in Lark";
        return await AnswerAsync(received, message, heard, us, cancellationToken) is { } reply
            ? await ReplyAsync(message, reply, cancellationToken)
            : null;
    }

    private async Task<string?> ReportAsync(LarkMessage message, IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        // What somebody says to us alone is everybody's: it is told where incidents are told.
        var origin = message.ChatType == "p2p" && options.Chat is { Length: > 0 } ? null : new ChatAlert(message.ChatId, message.Id);
        var receipts = await host.ReportAsync([.. alerts.Select(alert => alert with { Alert = origin?.On(alert.Alert) ?? alert.Alert })], cancellationToken);
        if (receipts.FirstOrDefault(receipt => receipt.Outcome == ReportOutcome.Busy) is { } busy)
            return busy.Reason ?? "the queue is full";
        var sign = receipts.Any(receipt => receipt.Outcome == ReportOutcome.Refused) ? Reactions.Failed
            : receipts.Any(receipt => receipt.Outcome == ReportOutcome.Opened) ? null
            : receipts.Any(receipt => receipt.Outcome == ReportOutcome.Repeated) ? Reactions.Duplicate
            : receipts.Any(receipt => receipt.Outcome == ReportOutcome.Cleared) ? Reactions.Done
            : null;
        return sign is null ? null : MayRetry((await client.ReactAsync(message.Id, sign, cancellationToken)).Error);
    }

    private async Task<CommandReply?> AnswerAsync(ReceivedMessage received, LarkMessage message, Heard heard, string us, CancellationToken cancellationToken)
    {
        var words = Words.Of(options.LanguageOf(message.ChatId));
        // A program's text begins with whatever somebody made it say.
        if (message.SenderType != "user")
            return null;
        switch (CommandReader.Read(heard.Text))
        {
            case LarkCommand.Known known when members.Of(message.Sender, message.ChatId) is { } person:
                return await commanding.DoAsync(new(known, person, message, received, words, us), cancellationToken);
            case LarkCommand.Known:
                return CommandReply.Of(words["click.nobody"]);
            case LarkCommand.Unknown { Meant: { } meant } unknown:
                return CommandReply.Of(words.Say("command.meant", unknown.Name, meant));
            case LarkCommand.Unknown unknown when heard.IsToUs:
                return CommandReply.Of(words.Say("command.unknown", unknown.Name));
            default:
                return heard.IsToUs ? CommandReply.Of(words["command.talk"]) : null;
        }
    }

    private async Task<string?> ReplyAsync(LarkMessage message, CommandReply reply, CancellationToken cancellationToken)
    {
        var card = LarkBody.Card(reply.Draw(Words.Of(options.LanguageOf(message.ChatId))));
        var once = RoomKeys.Answer(message.Id);
        return MayRetry((await client.ReplyAsync(message.Id, card, message.ThreadId is not null, once, cancellationToken)).Error);
    }

    private static string? MayRetry(LarkError? error) => error is { Kind: LarkErrorKind.Limited or LarkErrorKind.Unavailable } ? error.Message : null;
}
