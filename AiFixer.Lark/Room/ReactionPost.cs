using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>Puts on the message that an alert was what became of it: one sign at a time.</summary>
internal sealed class ReactionPost(ILarkClient client, IPostedMessages posted, TimeProvider time)
{
    public const string Part = "reaction";

    public async Task<RoomVerdict> BringAsync(
        Incident incident, ChatAlert origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var wanted = Reactions.Of(incident);
        var now = there.FirstOrDefault(message => message.Part == Part)
            ?? new(incident.Id, Part, "", origin.ChatId, "", IsOpen: false, 0, time.GetUtcNow());
        if (now.Shown == wanted || now.IsGone)
            return RoomVerdict.Right.Instance;
        if (now.MessageId.Length > 0)
        {
            var removed = await client.UnreactAsync(origin.MessageId, now.MessageId, cancellationToken);
            if (removed.Error is { Kind: LarkErrorKind.Limited or LarkErrorKind.Unavailable } away)
                return new RoomVerdict.Failed(away);
        }

        var put = await client.ReactAsync(origin.MessageId, wanted, cancellationToken);
        RoomInstruments.Called("react", put.Error);
        if (put.Error is { Kind: LarkErrorKind.Limited or LarkErrorKind.Unavailable } later)
            return new RoomVerdict.Failed(later);

        // A sign that the platform refuses is not worth an alarm: the cards say the same.
        var shown = now with { MessageId = put.Value?.Id ?? "", Shown = wanted, IsGone = put.Error?.Kind == LarkErrorKind.Gone };
        return await posted.SaveAsync(RoomKeys.Channel, shown, cancellationToken) is null ? RoomVerdict.Raced.Instance : RoomVerdict.Right.Instance;
    }
}
