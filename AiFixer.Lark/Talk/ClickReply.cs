using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>What somebody sees at once after a click: a sentence, and where it counted the card as it is now.</summary>
internal sealed class ClickReply(IJournalReader journal, IPostedMessages posted, AnsweredCard cards)
{
    public async Task<ClickAnswer> AcceptedAsync(ClickAbout about, TellReceipt.Accepted accepted, CancellationToken cancellationToken)
    {
        var kind = about.Value.Kind;
        var said = BothWords.Toast(
            ToastKind.Success,
            kind == ClickKind.Approve && accepted.Status == IncidentStatus.AwaitingProposalApproval ? "click.approved.more" : $"click.{kind.ToString().ToLowerInvariant()}");
        return said with { Card = await cards.DrawAsync(about.Card, cancellationToken) };
    }

    /// <summary>Whoever could click there saw something that is not so: the card is put right, whatever we thought it shows.</summary>
    public async Task<ClickAnswer> RefusedAsync(ClickAbout about, Refusal refusal, CancellationToken cancellationToken)
    {
        var value = about.Value;
        if (refusal.Code is not (RefusalCode.NotAllowed or RefusalCode.NotNow))
        {
            await posted.SaveAsync(RoomKeys.Channel, about.Card with { Shown = Unsettled.Doubt(about.Card.Shown) }, cancellationToken);
            await posted.WantAsync(RoomKeys.Channel, [value.Incident], null, cancellationToken);
        }

        var incident = await journal.LoadAsync(value.Incident, cancellationToken) is { } stored ? await StoredState.ReadAsync(journal, stored, cancellationToken) : null;
        var kind = refusal.Code == RefusalCode.NotAllowed ? ToastKind.Error : ToastKind.Warning;
        return BothWords.Toast(kind, words => RefusalText.Of(words, refusal, incident, value.Part, about.By));
    }
}
