using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>The custom bot of a chat: its address ends with the chat's id. Whatever it says, the status is 200.</summary>
internal sealed class HookEndpoint(PracticeLarkOptions options, LarkRoom room)
{
    private const int Largest = 20 * 1024;
    private const int PerSecond = 5;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private readonly RateLimits limits = new(options.Time);

    public LarkAnswer Post(LarkCall call, string chatId)
    {
        if (room.Chat(chatId) is not { } chat)
            return Refused(19001, "param invalid: incoming webhook access token invalid");
        if (call.Body is null || call.Length > Largest)
            return Refused(9499, "Bad Request");
        if (options.HookSecret.Length > 0 && !IsSigned(call))
            return Refused(19021, "sign match fail or timestamp is not within one hour from current time");
        if (!limits.Take(chatId, PerSecond))
            return Refused(11232, "frequency limited");
        var type = call.Text("msg_type");
        if ((type == "interactive" ? call.Body["card"] : call.Body["content"]) is not JsonObject content)
            return Refused(9499, "Bad Request");
        room.Send(chat, "custom-bot", type, content.ToJsonString(), key: null);
        return new(200, new() { ["StatusCode"] = 0, ["StatusMessage"] = "success", ["code"] = 0, ["data"] = new JsonObject(), ["msg"] = "success" });
    }

    private bool IsSigned(LarkCall call)
    {
        var timestamp = call.Text("timestamp");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > uint.MaxValue)
            return false;
        var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{options.HookSecret}"), Array.Empty<byte>()));
        return call.Text("sign") == expected && (room.Now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() < Window;
    }

    private static LarkAnswer Refused(int code, string message) => new(200, new() { ["code"] = code, ["data"] = new JsonObject(), ["msg"] = message });
}
