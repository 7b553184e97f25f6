using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Wire;

/// <summary>Reads envelopes of both versions and clicks of old.</summary>
internal static class EnvelopeReader
{
    private const int LongestType = 100;

    public static Arrival Read(JsonObject envelope)
    {
        if (envelope["schema"] is not null)
            return Second(envelope);
        if (envelope.Said("type") == "event_callback" || envelope["event"] is not null)
            return new Arrival.Other(Short(envelope.Said("event", "type")));
        return envelope["action"] is JsonObject
            ? ClickReader.OfOld(envelope) is { } click ? new Arrival.Clicked(click, IsOfOld: true) : Unusable("card callback")
            : new Arrival.Refused(RefusalReason.Malformed, "it is no event that we know the form of");
    }

    /// <summary>Whether it has a token of its own; clicks of old have nothing to know them by but their signature.</summary>
    public static bool IsEnvelope(JsonObject envelope) => envelope["schema"] is not null || envelope["event"] is not null || envelope["type"] is not null;

    public static string? Token(JsonObject envelope) => envelope["schema"] is null ? envelope.Said("token") : envelope.Said("header", "token");

    public static string? AppId(JsonObject envelope) => envelope.Said("header", "app_id") ?? envelope.Said("event", "app_id");

    private static Arrival Second(JsonObject envelope)
    {
        if (envelope.Said("header", "event_id") is not { Length: > 0 } id || envelope["event"] is not JsonObject content)
            return new Arrival.Refused(RefusalReason.Malformed, "the event has no id or no content");
        return envelope.Said("header", "event_type") switch
        {
            "im.message.receive_v1" => EventMessageReader.Read(content, envelope.Said("header", "tenant_key")) is { } message ? new Arrival.Written(message) : Unusable("message"),
            "card.action.trigger" => ClickReader.Read(id, content, envelope.Said("header", "tenant_key"), envelope.Number("header", "create_time")) is { } click ? new Arrival.Clicked(click, IsOfOld: false) : Unusable("click"),
            var type => new Arrival.Other(Short(type)),
        };
    }

    private static Arrival.Refused Unusable(string what) => new(RefusalReason.Malformed, $"the {what} lacks what it takes to act on it");

    private static string Short(string? type) => type is null ? "unknown" : type.Length > LongestType ? type[..LongestType] : type;
}
