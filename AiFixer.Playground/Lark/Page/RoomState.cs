using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Page;

/// <summary>Everything that the chat page shows.</summary>
internal static class RoomState
{
    private const int MostMessages = 300;

    public static JsonObject Of(LarkRoom room)
    {
        // Read first: what changes meanwhile is seen with the next question.
        var version = room.Version;
        return new()
        {
            ["version"] = version,
            ["bot"] = Person(room.Bot),
            ["people"] = List(room.People.Where(person => person.OpenId != room.Bot.OpenId), Person),
            ["chats"] = List(room.Chats, chat => new() { ["id"] = chat.Id, ["name"] = chat.Name, ["group"] = chat.IsGroup, ["members"] = Texts(chat.Members) }),
            ["messages"] = List(room.Messages.TakeLast(MostMessages), message => Message(message, room)),
        };
    }

    private static JsonObject Message(RoomMessage message, LarkRoom room) => new()
    {
        ["id"] = message.Id,
        ["chat"] = message.ChatId,
        ["by"] = message.SenderId,
        ["name"] = room.Person(message.SenderId)?.Name ?? room.Bot.Name,
        ["program"] = message.SenderType != "user",
        ["type"] = message.Type,
        ["text"] = message.Text,
        ["content"] = message.Recalled || message.Type == "text" ? null : JsonNode.Parse(message.Content),
        ["at"] = message.CreatedAt,
        ["updates"] = message.Updates,
        ["recalled"] = message.Recalled,
        ["root"] = message.RootId,
        ["parent"] = message.ParentId,
        ["thread"] = message.ThreadId,
        ["reactions"] = List(message.Reactions, one => new() { ["emoji"] = one.Emoji, ["name"] = room.Person(one.By)?.Name ?? room.Bot.Name }),
    };

    private static JsonObject Person(RoomPerson person) => new() { ["id"] = person.OpenId, ["name"] = person.Name, ["bot"] = person.IsBot };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => [.. items.Select(write)];

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
