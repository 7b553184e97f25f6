using System.Text.Json.Nodes;
using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;

namespace AiFixer.Lark.Room;

/// <summary>
/// A card as it is after a click, to be shown with the answer. Until that answer has certainly arrived or been lost, what the
/// card shows is not settled: that is written down first, so that the card is put right after it.
/// </summary>
internal sealed class AnsweredCard(IJournalReader journal, IPostedMessages posted, RoomPlan plan, TimeProvider time)
{
    /// <summary>The platform gives up after three seconds; the rest is for clocks that differ.</summary>
    private static readonly TimeSpan Travels = TimeSpan.FromSeconds(10);

    /// <returns>Null when somebody else changes the card already.</returns>
    public async Task<JsonObject?> DrawAsync(PostedMessage card, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(card.Incident, cancellationToken) is not { } stored)
            return null;
        var incident = await StoredState.ReadAsync(journal, stored, cancellationToken);
        var there = await posted.ListAsync(RoomKeys.Channel, card.Incident, cancellationToken);
        var all = await plan.OfAsync(incident, card.Place, there, cancellationToken);
        if (all.FirstOrDefault(message => message.Part == card.Part) is not { } wanted)
            return null;
        var answered = new Unsettled(time.GetUtcNow() + Travels, RoomKeys.Digest(wanted.Card));
        var saved = await posted.SaveAsync(RoomKeys.Channel, card with { Shown = answered.ToString(), IsOpen = wanted.IsOpen }, cancellationToken);
        return saved is null ? null : wanted.Card;
    }
}
