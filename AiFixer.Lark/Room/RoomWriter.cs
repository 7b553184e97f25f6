using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;

namespace AiFixer.Lark.Room;

/// <summary>
/// Brings what the chats show of one incident in line with what is so. It does not matter what happened in between, nor how
/// often it is called: it looks at what should be there and what is, and sends or patches the difference.
/// </summary>
internal sealed class RoomWriter(
    IJournalReader journal, IPostedMessages posted, MessagePost post, ReactionPost reactions, RoomPlan plan, RoomPlace places, RoomPause pause)
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
        var told = await ToldAsync(incident, origin, there, cancellationToken);
        var copied = await CopiedAsync(incident, origin, there, cancellationToken);
        var signed = told is RoomVerdict.Right or RoomVerdict.Later && origin is not null
            ? await reactions.BringAsync(incident, origin, there, cancellationToken)
            : RoomVerdict.Right.Instance;
        return Worst(told, Worst(copied, signed));
    }

    /// <summary>Whoever answers the message that the alert was means this incident.</summary>
    private async Task RememberAsync(Incident incident, ChatAlert origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        if (!there.Any(message => message.Part == ChatAlert.Part))
            await posted.SaveAsync(RoomKeys.Channel, new(incident.Id, ChatAlert.Part, origin.MessageId, origin.ChatId, "", IsOpen: false, 0, incident.OpenedAt), cancellationToken);
    }

    private async Task<RoomVerdict> ToldAsync(Incident incident, ChatAlert? origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        if (places.Of(incident, origin, there) is not { } place)
            return RoomVerdict.Right.Instance;
        return pause.Of(place) is { } wait ? new RoomVerdict.Later(wait) : In(place, await CardsAsync(incident, place, origin, there, cancellationToken));
    }

    /// <summary>What is bad enough is seen by whoever is on call too, when its alert was written elsewhere.</summary>
    private async Task<RoomVerdict> CopiedAsync(Incident incident, ChatAlert? origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        if (places.OfCopy(incident, origin, there) is not { } place)
            return RoomVerdict.Right.Instance;
        if (pause.Of(place) is { } wait)
            return new RoomVerdict.Later(wait);
        var before = there.FirstOrDefault(message => message.Part == RoomView.Copy);
        return In(place, Verdict(await post.BringAsync(incident.Id, before, RoomView.CopyOf(incident, plan.Scene(place)), place, null, cancellationToken)));
    }

    private async Task<RoomVerdict> CardsAsync(
        Incident incident, string place, ChatAlert? origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var known = there.Where(message => message.Part != RoomView.Copy).ToDictionary(message => message.Part);
        var root = origin?.MessageId;
        RoomVerdict all = RoomVerdict.Right.Instance;
        foreach (var wanted in await plan.OfAsync(incident, place, there, cancellationToken))
        {
            var result = await post.BringAsync(incident.Id, known.GetValueOrDefault(wanted.Part), wanted, place, root, cancellationToken);
            all = Worst(all, Verdict(result));
            if (result.Failure is not null)
                return all;
            root ??= result.Message?.MessageId is { Length: > 0 } id ? id : null;
            known.Remove(wanted.Part);
        }

        foreach (var left in known.Values.Where(message => message is { IsOpen: true, IsGone: false } && message.Part != ReactionPost.Part))
        {
            var replaced = ReplacedCard.Draw(plan.Scene(place).Words);
            var over = new RoomMessage(left.Part, IsOpen: false, IsNews: false, replaced, replaced);
            all = Worst(all, Verdict(await post.BringAsync(incident.Id, left, over, place, root, cancellationToken)));
        }

        return all;
    }

    private static RoomVerdict Verdict(PostResult result) => result switch
    {
        { Failure: { } failure } => failure,
        { LookAgain: { } wait } => new RoomVerdict.Later(wait),
        _ => RoomVerdict.Right.Instance,
    };

    private static RoomVerdict In(string place, RoomVerdict verdict) => verdict is RoomVerdict.Failed failed ? failed with { Place = place } : verdict;

    /// <summary>What went wrong before what waits, what waits less long before what waits longer.</summary>
    private static RoomVerdict Worst(RoomVerdict left, RoomVerdict right) => (left, right) switch
    {
        (RoomVerdict.Failed, _) or (_, RoomVerdict.Right) => left,
        (_, RoomVerdict.Failed) or (RoomVerdict.Right, _) => right,
        (RoomVerdict.Later one, RoomVerdict.Later other) => one.Wait < other.Wait ? one : other,
        (RoomVerdict.Raced, _) => left,
        _ => right,
    };
}
