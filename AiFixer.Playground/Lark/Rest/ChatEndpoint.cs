using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>Who the app is, and which chats it is in.</summary>
internal sealed class ChatEndpoint(LarkRoom room)
{
    public LarkAnswer Bot() => new(200, new()
    {
        ["code"] = 0,
        ["msg"] = "ok",
        ["bot"] = new JsonObject { ["activate_status"] = 2, ["app_name"] = room.Bot.Name, ["avatar_url"] = "", ["ip_white_list"] = new JsonArray(), ["open_id"] = room.Bot.OpenId },
    });

    public LarkAnswer List() => LarkAnswer.Data(new()
    {
        ["items"] = new JsonArray([.. room.Chats.Where(chat => chat.IsGroup && chat.HasBot).Select(chat => new JsonObject { ["chat_id"] = chat.Id, ["name"] = chat.Name })]),
        ["has_more"] = false,
        ["page_token"] = "",
    });

    public LarkAnswer Get(string chatId) => room.Chat(chatId) is { } chat
        ? LarkAnswer.Data(new() { ["name"] = chat.Name, ["chat_mode"] = chat.IsGroup ? "group" : "p2p" })
        : LarkAnswer.Refused(232006, "Your request specifies a chat_id which is invalid.");
}
