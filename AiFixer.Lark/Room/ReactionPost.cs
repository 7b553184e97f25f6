using AiFixer.Core.Incidents;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Room;

/// <summary>
/// Puts on the message that an alert was what became of it: one sign at a time. That it is going to be changed is written down
/// before: whoever finds it begun asks which signs of ours are there, so that none stays behind.
/// </summary>
internal sealed class ReactionPost(ILarkClient client, IPostedMessages posted, TimeProvider time)
{
    public const string Part = "reaction";

    public async Task<RoomVerdict> BringAsync(
        Incident incident, ChatAlert origin, IReadOnlyList<PostedMessage> there, CancellationToken cancellationToken)
    {
        var wanted = Reactions.Of(incident);
        var before = there.FirstOrDefault(message => message.Part == Part)
            ?? new(incident.Id, Part, "", origin.ChatId, "", IsOpen: false, 0, time.GetUtcNow());
        if (before.Shown == wanted || before.IsGone)
            return RoomVerdict.Right.Instance;
        var wasBegun = before is { Version: > 0, Shown.Length: 0 };
        if (await SaveAsync(before with { Shown = "" }, cancellationToken) is not { } now)
            return RoomVerdict.Raced.Instance;
        var (signs, unknown) = await ThereAsync(origin, before, wasBegun, cancellationToken);
        if (unknown is not null)
            return new RoomVerdict.Failed(unknown);
        foreach (var old in signs.Where(sign => sign.Emoji != wanted))
        {
            if (MayRetry((await client.UnreactAsync(origin.MessageId, old.Id, cancellationToken)).Error) is { } away)
                return new RoomVerdict.Failed(away);
        }

        return signs.FirstOrDefault(sign => sign.Emoji == wanted) is { } right
            ? await ShownAsync(now with { MessageId = right.Id, Shown = wanted }, cancellationToken)
            : await PutAsync(now, origin, wanted, cancellationToken);
    }

    private async Task<RoomVerdict> PutAsync(PostedMessage now, ChatAlert origin, string wanted, CancellationToken cancellationToken)
    {
        var put = await client.ReactAsync(origin.MessageId, wanted, cancellationToken);
        LarkInstruments.Called("react", put.Error);
        if (MayRetry(put.Error) is { } later)
            return new RoomVerdict.Failed(later);

        // A sign that the platform refuses is not worth an alarm: the cards say the same.
        return await ShownAsync(now with { MessageId = put.Value?.Id ?? "", Shown = wanted, IsGone = put.Error?.Kind == LarkErrorKind.Gone }, cancellationToken);
    }

    /// <summary>The signs of ours that may be on it.</summary>
    private async Task<(IReadOnlyList<OwnReaction> Signs, LarkError? Unknown)> ThereAsync(
        ChatAlert origin, PostedMessage before, bool wasBegun, CancellationToken cancellationToken)
    {
        if (!wasBegun)
            return (before.MessageId.Length > 0 ? [new(before.MessageId, before.Shown)] : [], null);
        var asked = await client.ReactionsAsync(origin.MessageId, cancellationToken);
        return asked.IsDone ? (asked.Value, null) : ([], MayRetry(asked.Error));
    }

    private static LarkError? MayRetry(LarkError? error) => error is { Kind: LarkErrorKind.Limited or LarkErrorKind.Unavailable } ? error : null;

    private async Task<RoomVerdict> ShownAsync(PostedMessage shown, CancellationToken cancellationToken)
    {
        if (await SaveAsync(shown, cancellationToken) is not null)
            return RoomVerdict.Right.Instance;
        // Somebody else changed the signs meanwhile, and which are there now nobody knows: that is looked at again.
        var there = (await posted.ListAsync(RoomKeys.Channel, shown.Incident, cancellationToken)).FirstOrDefault(message => message.Part == Part);
        if (there is { Shown.Length: > 0 })
            await SaveAsync(there with { Shown = "" }, cancellationToken);
        await posted.WantAsync(RoomKeys.Channel, [shown.Incident], position: null, cancellationToken);
        return RoomVerdict.Raced.Instance;
    }

    private Task<PostedMessage?> SaveAsync(PostedMessage message, CancellationToken cancellationToken) =>
        posted.SaveAsync(RoomKeys.Channel, message, cancellationToken);
}
