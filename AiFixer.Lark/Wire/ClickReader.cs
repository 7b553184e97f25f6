using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Wire;

/// <summary>Reads clicks of both forms.</summary>
internal static class ClickReader
{
    /// <param name="tenant">Whose event it is.</param>
    /// <param name="at">When it was made, as the platform writes it; null when it did not.</param>
    /// <returns>Null when it tells nothing of what was used.</returns>
    public static LarkClick? Read(string eventId, JsonObject content, string? tenant, long? at) => content["action"] is JsonObject action
        ? new(
            eventId, By(content["operator"], tenant), content.Said("context", "open_message_id") ?? "", content.Said("context", "open_chat_id") ?? "",
            Value(action), Form(action["form_value"]), content.Said("token") ?? "")
        {
            At = at is > 0 ? LarkTime.Read(at) : null,
        }
        : null;

    /// <summary>The older form has no id of the event: its token is made for every click.</summary>
    public static LarkClick? OfOld(JsonObject body) => body["action"] is JsonObject action
        ? new(
            body.Said("token") ?? "", By(body, tenant: null), body.Said("open_message_id") ?? "", body.Said("open_chat_id") ?? "",
            Value(action), Form(action["form_value"]), body.Said("token") ?? "")
        : null;

    /// <returns>Null when there is nothing to know the person by.</returns>
    private static LarkPerson? By(JsonNode? node, string? tenant) => EventMessageReader.Person(node) is { OpenId.Length: > 0 } person
        ? person with { IsGuest = EventMessageReader.IsOther(node.Said("tenant_key"), tenant) }
        : null;

    private static JsonObject Value(JsonObject action) => action["value"] is JsonObject value ? (JsonObject)value.DeepClone() : [];

    private static Dictionary<string, string> Form(JsonNode? form) =>
        (form as JsonObject ?? []).ToDictionary(field => field.Key, field => Text(field.Value));

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(',', list.Select(Text)),
        JsonValue one when one.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(),
    };
}
