using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Talk;

/// <summary>Decides a click: who it was, on which card of ours, and what the incident says to it. What it did is on disk before it is answered.</summary>
internal sealed partial class Clicking(
    IIncidentHost host, IJournalReader journal, IPostedMessages posted, Members members, ClickedCard cards, RoomBell bell, ILogger<Clicking> logger)
{
    private const int LongestReason = 1_000;

    public async Task<ClickAnswer> AnswerAsync(LarkClick click, CancellationToken cancellationToken)
    {
        if (members.Of(click.By, click.ChatId) is not { } person)
            return Decline(click, "nobody", "click.nobody");
        if (ClickValue.Read(click.Value) is not { } value)
            return Decline(click, "unknown card", "click.unknown");
        switch (await cards.FindAsync(click, value, cancellationToken))
        {
            case (null, { } replaced):
                return BothWords.Toast(ToastKind.Warning, "click.replaced") with { Card = replaced };
            case ({ } card, _):
                return await AnswerAsync(click, value, card, person, cancellationToken);
            default:
                return Decline(click, "unknown card", "click.unknown");
        }
    }

    private async Task<ClickAnswer> AnswerAsync(LarkClick click, ClickValue value, PostedMessage card, Person person, CancellationToken cancellationToken)
    {
        var reason = (click.Form.GetValueOrDefault("reason") ?? "").Trim();
        if (value.Kind is ClickKind.Reject or ClickKind.Fixed && reason.Length == 0)
            return BothWords.Toast(ToastKind.Warning, "click.reason");
        var receipt = await TellAsync(value, Input(value, person, reason[..Math.Min(reason.Length, LongestReason)]), cancellationToken);
        RoomInstruments.Clicked(receipt.GetType().Name.ToLowerInvariant());
        bell.Ring();
        return receipt switch
        {
            TellReceipt.Accepted accepted => Accepted(value, accepted),
            TellReceipt.Refused refused => await RefusedAsync(click, value, card, person, refused.Refusal, cancellationToken),
            TellReceipt.NotFound => Decline(click, "unknown incident", "click.unknown"),
            _ => BothWords.Toast(ToastKind.Warning, "click.busy"),
        };
    }

    /// <summary>A question says itself whether it is still asked; whether an incident is still in a person's hands as this card says is looked up.</summary>
    private async Task<TellReceipt> TellAsync(ClickValue value, PersonInput input, CancellationToken cancellationToken)
    {
        if (value.Kind is ClickKind.Approve or ClickKind.Reject)
            return await host.TellAsync(value.Incident, input, cancellationToken);
        if (await journal.LoadAsync(value.Incident, cancellationToken) is not { } stored)
            return new TellReceipt.NotFound();
        var incident = await StoredState.ReadAsync(journal, stored, cancellationToken);
        if (incident.Status == IncidentStatus.Escalated && value.Part == RoomView.EscalationPart(incident))
            return await host.TellAsync(value.Incident, input with { Versions = [stored.Version] }, cancellationToken);
        return new TellReceipt.Refused(new(incident.Closing is null ? RefusalCode.Outdated : RefusalCode.Closed, "It is no longer in a person's hands."));
    }

    private static PersonInput Input(ClickValue value, Person by, string reason) => value.Kind switch
    {
        ClickKind.Approve => new PersonInput.Approve(by, value.Part),
        ClickKind.Reject => new PersonInput.Reject(by, value.Part, reason),
        ClickKind.Take => new PersonInput.TakeOver(by),
        ClickKind.Again => new PersonInput.Rediagnose(by, ""),
        ClickKind.Fixed => new PersonInput.Resolve(by, reason),
        _ => new PersonInput.Ignore(by, ""),
    };

    private static ClickAnswer Accepted(ClickValue value, TellReceipt.Accepted accepted) => BothWords.Toast(
        ToastKind.Success,
        value.Kind == ClickKind.Approve && accepted.Status == IncidentStatus.AwaitingProposalApproval
            ? "click.approved.more"
            : $"click.{value.Kind.ToString().ToLowerInvariant()}");

    /// <summary>Whoever could click there saw something that is not so: the card is put right, whatever we thought it shows.</summary>
    private async Task<ClickAnswer> RefusedAsync(
        LarkClick click, ClickValue value, PostedMessage card, Person person, Refusal refusal, CancellationToken cancellationToken)
    {
        Declined(click.EventId, person.Id, value.Kind, value.Incident.Value, refusal.Code.ToString());
        RoomInstruments.Refused(refusal.Code.ToString());
        if (refusal.Code is not (RefusalCode.NotAllowed or RefusalCode.NotNow))
        {
            await posted.SaveAsync(RoomKeys.Channel, card with { Shown = "" }, cancellationToken);
            await posted.WantAsync(RoomKeys.Channel, [value.Incident], null, cancellationToken);
        }

        var incident = await journal.LoadAsync(value.Incident, cancellationToken) is { } stored ? await StoredState.ReadAsync(journal, stored, cancellationToken) : null;
        var kind = refusal.Code == RefusalCode.NotAllowed ? ToastKind.Error : ToastKind.Warning;
        return BothWords.Toast(kind, words => RefusalText.Of(words, refusal, incident, value.Part, person));
    }

    private ClickAnswer Decline(LarkClick click, string why, string key)
    {
        Declined(click.EventId, click.By?.OpenId ?? "", null, click.MessageId, why);
        RoomInstruments.Refused(why);
        return BothWords.Toast(ToastKind.Error, key);
    }

    [LoggerMessage(LogLevel.Warning, "The click {Event} of {Person} ({Kind} on {About}) changed nothing: {Reason}")]
    private partial void Declined(string @event, string person, ClickKind? kind, string about, string reason);
}
