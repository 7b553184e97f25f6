using AiFixer.Core.Ports;
using AiFixer.Lark.Events;
using AiFixer.Lark.Room;

namespace AiFixer.Lark.Talk;

/// <summary>What is written goes on disk and is worked on after that; a click goes on disk and is decided at once.</summary>
internal sealed class LarkEvents(IInbox inbox, InboxBell bell, Clicking clicking) : ILarkEvents
{
    public async Task MessageAsync(LarkMessage message, CancellationToken cancellationToken)
    {
        if (await inbox.AddAsync(RoomKeys.Channel, message.Id, MessageJson.Write(message), cancellationToken))
            bell.Ring();
    }

    public Task<ClickAnswer> ClickAsync(LarkClick click, ClickProgress progress, CancellationToken cancellationToken) =>
        clicking.AnswerAsync(click, progress, cancellationToken);
}
