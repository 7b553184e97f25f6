using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Client;

/// <summary>Reads messages as the REST API shows them.</summary>
internal static class MessageReader
{
    public static SentMessage? Sent(JsonNode? data) =>
        data.Said("message_id") is { Length: > 0 } id ? new(id, data.Said("chat_id") ?? "", data.Said("thread_id")) : null;

    public static LarkMessage? Whole(JsonNode? item)
    {
        if (item.Said("message_id") is not { Length: > 0 } id)
            return null;
        return new(
            id, item.Said("chat_id") ?? "", "", Sender(item), item.Said("sender", "sender_type") ?? "", item.Said("msg_type") ?? "",
            item.Said("body", "content") ?? "", LarkTime.Read(item.Number("create_time")))
        {
            Mentions = [.. Mentions(item)],
            RootId = item.Said("root_id"),
            ParentId = item.Said("parent_id"),
            ThreadId = item.Said("thread_id"),
        };
    }

    private static LarkPerson Sender(JsonNode? item) => Person(item.Said("sender", "id") ?? "", item.Said("sender", "id_type"));

    /// <summary>Unlike in events, an id is a text here and its kind stands beside it.</summary>
    private static IEnumerable<LarkMention> Mentions(JsonNode? item)
    {
        foreach (var one in item?["mentions"] as JsonArray ?? [])
        {
            if (one.Said("key") is { Length: > 0 } key)
                yield return new(key, Person(one.Said("id") ?? "", one.Said("id_type")) with { Name = one.Said("name") });
        }
    }

    private static LarkPerson Person(string id, string? type) => type switch
    {
        "user_id" => new("", UserId: id),
        "union_id" => new("", UnionId: id),
        _ => new(id),
    };
}
