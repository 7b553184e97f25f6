using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Sends, answers, changes, reads and recalls messages.</summary>
internal sealed class MessageEndpoint(PracticeLarkOptions options, LarkRoom room, RateLimits limits)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(14);

    public LarkAnswer Send(LarkCall call)
    {
        var id = call.Text("receive_id");
        var chat = call.Query["receive_id_type"].ToString() switch
        {
            "chat_id" => room.Chat(id),
            "open_id" or "user_id" or "union_id" => room.Person(id) is { } person ? room.Private(person) : null,
            _ => null,
        };
        return chat is null
            ? LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=invalid receive_id")
            : Put(chat, call, null, false);
    }

    public LarkAnswer Reply(LarkCall call, string messageId)
    {
        if (room.Message(messageId) is not { } parent || room.Chat(parent.ChatId) is not { } chat)
            return LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=invalid message_id");
        if (parent.Recalled)
            return LarkAnswer.Refused(230011, "The message was withdrawn.");
        return Put(chat, call, messageId, call.Body?["reply_in_thread"] is JsonValue flag && flag.TryGetValue<bool>(out var inThread) && inThread);
    }

    public LarkAnswer Patch(LarkCall call, string messageId)
    {
        if (!limits.Take($"patch {messageId}", options.Limits.PerMessage))
            return LarkAnswer.Refused(230020, "This operation triggers the frequency limit.");
        return Own(messageId) ?? ReplaceCard(room.Message(messageId)!, call.Text("content"));
    }

    public LarkAnswer ReplaceCard(RoomMessage message, string content)
    {
        if (message.Type != "interactive")
            return LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=This message is NOT a card.");
        if (room.Now - message.CreatedAt > LongestLife)
            return LarkAnswer.Refused(230031, "The message to be modified is sent too long ago.");
        if (MessageContent.Problem("interactive", content) is { } problem)
            return problem;
        room.Replace(message.Id, content);
        return LarkAnswer.Done;
    }

    public LarkAnswer Get(string messageId) => room.Message(messageId) is { } message
        ? LarkAnswer.Data(new() { ["items"] = new JsonArray(MessageJson.Of(message, options.TenantKey)) })
        : LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=invalid message_id");

    public LarkAnswer Recall(string messageId)
    {
        if (Own(messageId) is { } refusal)
            return refusal;
        room.Recall(messageId);
        return LarkAnswer.Done;
    }

    private LarkAnswer Put(RoomChat chat, LarkCall call, string? replyTo, bool inThread)
    {
        if (!chat.HasBot)
            return LarkAnswer.Refused(230002, "Bot/User can NOT be out of the chat.");
        if (!limits.Take($"chat {chat.Id}", options.Limits.PerChat))
            return LarkAnswer.Refused(230020, "This operation triggers the frequency limit.");
        var (type, content, key) = (call.Text("msg_type"), call.Text("content"), call.Text("uuid"));
        if (key.Length > 50)
            return LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=uuid is too long");
        if (MessageContent.Problem(type, content) is { } problem)
            return problem;
        var message = room.Send(chat, options.AppId, type, content, key.Length == 0 ? null : key, replyTo, inThread);
        return LarkAnswer.Data(MessageJson.Of(message, options.TenantKey));
    }

    private LarkAnswer? Own(string messageId) => room.Message(messageId) switch
    {
        null => LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=invalid message_id"),
        { Recalled: true } => LarkAnswer.Refused(230011, "The message was withdrawn."),
        { } message when message.SenderId != options.AppId => LarkAnswer.Refused(230001, "Your request contains an invalid request parameter, ext=The operator is NOT the sender of the message."),
        _ => null,
    };
}
