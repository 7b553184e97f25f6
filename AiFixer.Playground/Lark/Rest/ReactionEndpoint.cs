using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Reactions on messages.</summary>
internal sealed class ReactionEndpoint(PracticeLarkOptions options, LarkRoom room)
{
    public LarkAnswer Add(LarkCall call, string messageId)
    {
        if (call.Body?["reaction_type"]?["emoji_type"] is not JsonValue value || !value.TryGetValue<string>(out var emoji) || emoji.Length is 0 or > 50)
            return LarkAnswer.Refused(231001, "reaction type is invalid.");
        return room.Message(messageId) is null or { Recalled: true }
            ? LarkAnswer.Refused(231003, "The message is not found, maybe not exist or deleted.")
            : LarkAnswer.Data(MessageJson.Of(room.AddReaction(messageId, emoji, options.AppId)!, options.AppId));
    }

    public LarkAnswer List(string messageId) => LarkAnswer.Data(new()
    {
        ["items"] = new JsonArray([.. (room.Message(messageId)?.Reactions ?? []).Select(one => MessageJson.Of(one, options.AppId))]),
        ["has_more"] = false,
        ["page_token"] = "",
    });

    public LarkAnswer Remove(string messageId, string reactionId)
    {
        if (room.Message(messageId)?.Reactions.FirstOrDefault(one => one.Id == reactionId) is not { } reaction)
            return LarkAnswer.Refused(231010, "The reaction is not found.");
        if (reaction.By != options.AppId)
            return LarkAnswer.Refused(231007, "The operator has no permission to delete the reaction.");
        room.RemoveReaction(messageId, reactionId);
        return LarkAnswer.Data(MessageJson.Of(reaction, options.AppId));
    }
}
