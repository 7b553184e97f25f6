using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Lark;
using AiFixer.Lark.Wire;
using AiFixer.Playground.Lark.Push;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Wire;

/// <summary>Makes requests as the platform makes them, and some as others would.</summary>
internal static class Sealed
{
    public const string Nonce = "abc123";

    public static ManualTime Time { get; } = new();

    public static LarkOptions Options { get; } = new()
    {
        Mode = LarkMode.Webhook,
        AppId = "cli_1",
        AppSecret = "s",
        EncryptKey = "encrypt key",
        VerificationToken = "verification token",
    };

    public static string Now => Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static JsonObject Click(string token = "verification token") => Envelope("card.action.trigger", token, new()
    {
        ["operator"] = new JsonObject { ["open_id"] = "ou_1" },
        ["token"] = "c-1",
        ["action"] = new JsonObject { ["value"] = new JsonObject { ["op"] = "approve" }, ["tag"] = "button" },
        ["context"] = new JsonObject { ["open_message_id"] = "om_1", ["open_chat_id"] = "oc_1" },
    });

    public static JsonObject Message(string tenant = "tk") => Envelope("im.message.receive_v1", "verification token", new()
    {
        ["sender"] = new JsonObject { ["sender_id"] = new JsonObject { ["open_id"] = "ou_1" }, ["sender_type"] = "user", ["tenant_key"] = tenant },
        ["message"] = new JsonObject { ["message_id"] = "om_7", ["chat_id"] = "oc_1", ["chat_type"] = "group", ["message_type"] = "text", ["content"] = """{"text":"hi"}""", ["create_time"] = "1603977298000" },
    });

    public static JsonObject Envelope(string type, string token, JsonObject content) => new()
    {
        ["schema"] = "2.0",
        ["header"] = new JsonObject { ["event_id"] = "evt-1", ["event_type"] = type, ["create_time"] = "1603977298000000", ["token"] = token, ["app_id"] = "cli_1", ["tenant_key"] = "tk" },
        ["event"] = content,
    };

    public static byte[] Encrypted(JsonObject envelope, string key = "encrypt key") => EventCipher.Body(envelope, key);

    public static byte[] Plain(JsonNode body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    public static LarkHeaders Sign(byte[] body, string secret = "encrypt key", string? at = null) =>
        new(at ?? Now, Nonce, EventCipher.Signature(at ?? Now, Nonce, secret, body));

    public static LarkHeaders SignOfOld(byte[] body, string secret)
    {
#pragma warning disable CA5350 // The platform's own scheme.
        var hash = SHA1.HashData([.. Encoding.UTF8.GetBytes(Now + Nonce + secret), .. body]);
#pragma warning restore CA5350
        return new(Now, Nonce, Convert.ToHexStringLower(hash));
    }

    public static Arrival Read(byte[] body, LarkHeaders? headers = null, LarkOptions? options = null) =>
        new LarkWebhook(options ?? Options, Time).Read(headers ?? LarkHeaders.None, body);

    public static void ShouldBeRefused(this Arrival arrival, RefusalReason reason) =>
        arrival.ShouldBeOfType<Arrival.Refused>().Reason.ShouldBe(reason);
}
