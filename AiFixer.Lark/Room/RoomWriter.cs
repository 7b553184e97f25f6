using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>
/// Brings what the chat shows of one incident in line with what is so. It does not matter what happened in between, nor how
/// often it is called: it looks at what should be there and what is, and sends or patches the difference.
/// </summary>
internal sealed class RoomWriter(IJournalReader journal, IPostedMessages posted, MessagePost post, ReactionPost reactions, FixBudget budget, RoomOptions options)
{
    public async Task<RoomVerdict> BringAsync(MessageWork work, CancellationToken cancellationToken)
    {
        if (await journal.LoadAsync(work.Incident, cancellationToken) is not { } stored)
            return RoomVerdict.Right.Instance;
        var incident = await StoredState.ReadAsync(journal, stored, cancellationToken);
        var origin = ChatAlert.Of(incident.Alert);
        var there = await posted.ListAsync(RoomKeys.Channel, incident.Id, cancellationToken);
        if (origin is not null)
            await RememberAsync(incident, origin, there, cancellationToken);
        var verdict = PlaceOf(incident, origin, there) is { } place
            ? await CardsAsync(incident, place, origin, there, cancellationToken)
            : RoomVerdict.Right.Instance;
        return verdict is RoomVerdict.Right && origin is not null
            ? await reactions.BringAsync(incident, origin, there, cancellationToken)
            : verdict;
    }

    /// <summary>Whoever answers the message that the alert was means this incident.</summary>
    private async Task RememberAsync(Incident incident, ChatAlert origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        if (!there.Any(message => message.Part == ChatAlert.Part))
            await posted.SaveAsync(RoomKeys.Channel, new(incident.Id, ChatAlert.Part, origin.MessageId, origin.ChatId, "", IsOpen: false, 0, incident.OpenedAt), cancellationToken);
    }

    /// <summary>Where it is told; null for nowhere. What follows another is told with that one.</summary>
    private string? PlaceOf(Incident incident, ChatAlert? origin, IReadOnlyList<PostedMessage> there)
    {
        if (there.FirstOrDefault(message => message.Part is not (ReactionPost.Part or ChatAlert.Part)) is { } first)
            return first.Place;
        if (incident.Group is not null)
            return null;
        return origin?.ChatId ?? (incident.Severity <= options.LeastSeverity ? options.Chat : null);
    }

    private async Task<RoomVerdict> CardsAsync(
        Incident incident, string place, ChatAlert? origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var known = there.ToDictionary(message => message.Part);
        var root = origin?.MessageId;
        foreach (var wanted in await WantedAsync(incident, place, there, cancellationToken))
        {
            var verdict = await post.BringAsync(incident.Id, known.GetValueOrDefault(wanted.Part), wanted, place, root, cancellationToken);
            if (verdict.Failure is { } failure)
                return failure;
            root ??= verdict.Message?.MessageId is { Length: > 0 } id ? id : null;
            known.Remove(wanted.Part);
        }

        foreach (var left in known.Values.Where(message => message is { IsOpen: true, IsGone: false } && message.Part != ReactionPost.Part))
        {
            var replaced = ReplacedCard.Draw(Words(place));
            var over = new RoomMessage(left.Part, IsOpen: false, IsNews: false, replaced, replaced);
            if ((await post.BringAsync(incident.Id, left, over, place, root, cancellationToken)).Failure is { } failure)
                return failure;
        }

        return RoomVerdict.Right.Instance;
    }

    private async Task<IReadOnlyList<RoomMessage>> WantedAsync(
        Incident incident, string place, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var past = IsBehind(incident, there)
            ? RoomHistory.Of((await journal.EntriesAsync(incident.Id, cancellationToken)).Select(entry => IncidentJson.ReadEntry(entry.Entry)))
            : RoomHistory.None;
        var facts = incident.Status == IncidentStatus.AwaitingProposalApproval ? await budget.ReadAsync(cancellationToken) : RoomFacts.None;
        return RoomView.Of(incident, past, facts, new(Words(place), options.Pages));
    }

    /// <summary>Some card is about something that the state does not say any more.</summary>
    private static bool IsBehind(Incident incident, IReadOnlyList<PostedMessage> there) =>
        incident.DiagnosisRound > 1 || incident.ProposalRound > 1 || there.Any(message => message.Part == "escalation/0" && incident.DiagnosisRound > 0);

    private Texts.Words Words(string place) => Texts.Words.Of(options.LanguageOf(place));
}
