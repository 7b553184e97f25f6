using System.Text.Json.Nodes;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk;

/// <summary>
/// The message of ours that was clicked. One that arrived before anybody could write that down is taken for what it says it
/// is; one in another chat (somebody passed it on) or beside the message that we know is not.
/// </summary>
internal sealed class ClickedCard(IPostedMessages posted, RoomOptions options)
{
    /// <summary>Whoever writes down that it arrived may be at it: then it is looked for once more.</summary>
    private const int Looks = 3;

    /// <returns>The message; or what it becomes when another has its place; or neither when it is none of ours.</returns>
    public async Task<(PostedMessage? Message, JsonObject? Replaced)> FindAsync(LarkClick click, ClickValue value, CancellationToken cancellationToken)
    {
        if (click.MessageId.Length == 0)
            return default;
        for (var look = 1; look <= Looks; look++)
        {
            if (await posted.FindAsync(RoomKeys.Channel, click.MessageId, cancellationToken) is { } known)
                return known.Incident == value.Incident && known.Part == value.Part && (click.ChatId.Length == 0 || known.Place == click.ChatId) ? (known, null) : default;
            var ours = await posted.ListAsync(RoomKeys.Channel, value.Incident, cancellationToken);
            if (ours.FirstOrDefault(message => message.Part == value.Part) is not { } row || row.Place != click.ChatId)
                return default;
            if (row.MessageId == click.MessageId)
                return (row, null);
            if (row.MessageId.Length > 0)
                return (null, ReplacedCard.Draw(Words.Of(options.LanguageOf(row.Place))));
            if (await posted.SaveAsync(RoomKeys.Channel, row with { MessageId = click.MessageId, Shown = "" }, cancellationToken) is { } adopted)
                return (adopted, null);
        }

        return default;
    }
}
