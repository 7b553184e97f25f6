using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Core;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Room;

/// <summary>What names our messages, here and on the other side.</summary>
internal static class RoomKeys
{
    /// <summary>The channel under which the store keeps them.</summary>
    public const string Channel = "lark";

    private const string ClickMark = "click/";

    /// <summary>The same for one message however often it is sent, and at most 50 characters.</summary>
    public static string Once(IncidentId incident, string part, int tries) => "af" + Hash($"{incident}\n{part}\n{tries}")[..40];

    /// <summary>The same for the answer to one message however often it is sent.</summary>
    public static string Answer(string messageId) => "aa" + Hash(messageId)[..40];

    /// <summary>What names a click in the inbox: the same in every delivery of it.</summary>
    public static string Click(LarkClick click) => ClickMark + Hash(
        click.EventId.Length > 0 ? click.EventId : $"{click.MessageId}\n{click.By?.OpenId}\n{click.Token}\n{JsonSerializer.Serialize(click.Value, JsonSerializerOptions.Default)}")[..40];

    /// <summary>Whether something in the inbox is a click, rather than a message.</summary>
    public static bool IsClick(string id) => id.StartsWith(ClickMark, StringComparison.Ordinal);

    public static string Digest(JsonObject card) => Hash(JsonSerializer.Serialize(card, JsonSerializerOptions.Default))[..32];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
