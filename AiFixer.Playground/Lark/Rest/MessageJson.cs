using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Writes messages as the REST API shows them.</summary>
internal static class MessageJson
{
    public static JsonObject Of(RoomMessage message, string tenant)
    {
        var said = new JsonObject
        {
            ["message_id"] = message.Id,
            ["msg_type"] = message.Type,
            ["create_time"] = RoomEvents.Milliseconds(message.CreatedAt),
            ["update_time"] = RoomEvents.Milliseconds(message.UpdatedAt),
            ["deleted"] = message.Recalled,
            ["updated"] = message.Updates > 0,
            ["chat_id"] = message.ChatId,
            ["sender"] = new JsonObject
            {
                ["id"] = message.SenderId,
                ["id_type"] = message.SenderType == "app" ? "app_id" : "open_id",
                ["sender_type"] = message.SenderType,
                ["tenant_key"] = tenant,
            },
            ["body"] = new JsonObject { ["content"] = message.Content },
        };
        Put(said, "root_id", message.RootId);
        Put(said, "parent_id", message.ParentId);
        Put(said, "thread_id", message.ThreadId);
        if (message.Mentions.Count > 0)
            said["mentions"] = new JsonArray([.. message.Mentions.Select(one => Mention(one, tenant))]);
        return said;
    }

    public static JsonObject Of(RoomReaction reaction, string appId) => new()
    {
        ["reaction_id"] = reaction.Id,
        ["operator"] = new JsonObject { ["operator_id"] = reaction.By, ["operator_type"] = reaction.By == appId ? "app" : "user" },
        ["action_time"] = RoomEvents.Milliseconds(reaction.At),
        ["reaction_type"] = new JsonObject { ["emoji_type"] = reaction.Emoji },
    };

    private static JsonObject Mention(RoomMention one, string tenant) => new()
    {
        ["key"] = one.Key,
        ["id"] = one.Person.OpenId,
        ["id_type"] = "open_id",
        ["name"] = one.Person.Name,
        ["tenant_key"] = tenant,
    };

    private static void Put(JsonObject into, string name, string? value)
    {
        if (value is not null)
            into[name] = value;
    }
}
