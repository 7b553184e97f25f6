using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Room;

/// <summary>Writes what the platform tells the app.</summary>
internal sealed class RoomEvents(PracticeLarkOptions options, RoomIds ids)
{
    public JsonObject Written(RoomMessage message, RoomPerson by, RoomChat chat)
    {
        var said = new JsonObject
        {
            ["message_id"] = message.Id,
            ["create_time"] = Milliseconds(message.CreatedAt),
            ["update_time"] = Milliseconds(message.UpdatedAt),
            ["chat_id"] = chat.Id,
            ["chat_type"] = chat.Type,
            ["message_type"] = message.Type,
            ["content"] = message.Content,
        };
        Put(said, "root_id", message.RootId);
        Put(said, "parent_id", message.ParentId);
        Put(said, "thread_id", message.ThreadId);
        if (message.Mentions.Count > 0)
            said["mentions"] = new JsonArray([.. message.Mentions.Select(Mention)]);
        return Envelope("im.message.receive_v1", Milliseconds(options.Time.GetUtcNow()), new()
        {
            ["sender"] = new JsonObject
            {
                ["sender_id"] = Id(by),
                ["sender_type"] = by.IsBot ? "app" : "user",
                ["tenant_key"] = options.TenantKey,
            },
            ["message"] = said,
        });
    }

    /// <param name="by">Null leaves out who it was.</param>
    /// <param name="form">Null when no form was sent.</param>
    public JsonObject Clicked(RoomMessage message, RoomPerson? by, JsonObject value, JsonObject? form, string name)
    {
        var action = new JsonObject { ["value"] = value.DeepClone(), ["tag"] = "button" };
        if (form is not null)
            action["form_value"] = form.DeepClone();
        Put(action, "name", name);
        var clicked = new JsonObject
        {
            ["token"] = ids.Next("c-"),
            ["action"] = action,
            ["host"] = "im_message",
            ["context"] = new JsonObject { ["open_message_id"] = message.Id, ["open_chat_id"] = message.ChatId },
        };
        if (by is not null)
            clicked["operator"] = Operator(by);
        return Envelope("card.action.trigger", Milliseconds(options.Time.GetUtcNow()) + "000", clicked);
    }

    private JsonObject Operator(RoomPerson by)
    {
        var id = Id(by);
        id["tenant_key"] = options.TenantKey;
        return id;
    }

    private JsonObject Envelope(string type, string created, JsonObject content) => new()
    {
        ["schema"] = "2.0",
        ["header"] = new JsonObject
        {
            ["event_id"] = ids.Next(""),
            ["event_type"] = type,
            ["create_time"] = created,
            ["token"] = options.VerificationToken,
            ["app_id"] = options.AppId,
            ["tenant_key"] = options.TenantKey,
        },
        ["event"] = content,
    };

    private JsonObject Mention(RoomMention one) => new()
    {
        ["key"] = one.Key,
        ["id"] = Id(one.Person),
        ["name"] = one.Person.Name,
        ["tenant_key"] = options.TenantKey,
    };

    private static JsonObject Id(RoomPerson person) =>
        new() { ["union_id"] = person.UnionId, ["user_id"] = person.UserId, ["open_id"] = person.OpenId };

    private static void Put(JsonObject into, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            into[name] = value;
    }

    internal static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
