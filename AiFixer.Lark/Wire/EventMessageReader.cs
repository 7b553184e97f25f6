using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Wire;

/// <summary>Reads messages as events show them.</summary>
internal static class EventMessageReader
{
    /// <param name="tenant">Whose event it is.</param>
    /// <returns>Null when it lacks its own id or that of its chat.</returns>
    public static LarkMessage? Read(JsonObject content, string? tenant)
    {
        var message = content["message"];
        if (message.Said("message_id") is not { Length: > 0 } id || message.Said("chat_id") is not { Length: > 0 } chat)
            return null;
        return new(
            id, chat, message.Said("chat_type") ?? "", Person(content["sender"]?["sender_id"]) with { IsGuest = IsOther(content.Said("sender", "tenant_key"), tenant) }, content.Said("sender", "sender_type") ?? "",
            message.Said("message_type") ?? "", message.Said("content") ?? "", LarkTime.Read(message.Number("create_time")))
        {
            Mentions = [.. Mentions(message)],
            RootId = Named(message.Said("root_id")),
            ParentId = Named(message.Said("parent_id")),
            ThreadId = Named(message.Said("thread_id")),
        };
    }

    public static LarkPerson Person(JsonNode? id) => new(id.Said("open_id") ?? "", Named(id.Said("user_id")), Named(id.Said("union_id")));

    /// <summary>Said to be of another company than the event itself.</summary>
    public static bool IsOther(string? theirs, string? tenant) =>
        !string.IsNullOrEmpty(theirs) && !string.IsNullOrEmpty(tenant) && !string.Equals(theirs, tenant, StringComparison.Ordinal);

    private static IEnumerable<LarkMention> Mentions(JsonNode? message)
    {
        foreach (var one in (message as JsonObject)?["mentions"] as JsonArray ?? [])
        {
            if (one.Said("key") is { Length: > 0 } key)
                yield return new(key, Person((one as JsonObject)?["id"]) with { Name = one.Said("name") });
        }
    }

    private static string? Named(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
