using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Rest;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Connection;

/// <summary>Hands out addresses to connect to, each good once.</summary>
internal sealed class ConnectionTickets(PracticeLarkOptions options, RoomIds ids)
{
    public const int Service = 33554678;
    private readonly Lock gate = new();
    private readonly HashSet<string> good = [];

    public LarkAnswer Take(LarkCall call, HostString host)
    {
        if (call.Text("AppID") != options.AppId || call.Text("AppSecret") != options.AppSecret)
            return new(200, new() { ["code"] = 1000040345, ["msg"] = "app id or app secret is wrong" });
        var ticket = ids.Next("");
        lock (gate)
            good.Add(ticket);
        // Clients exist that cannot read the first parameter of an address: the platform's own come later, too.
        var url = string.Create(CultureInfo.InvariantCulture, $"ws://{host}/ws/v2?fpid=493&aid=552564&device_id={ticket[..8]}&access_key=k&service_id={Service}&ticket={ticket}");
        return new(200, new() { ["code"] = 0, ["msg"] = "", ["data"] = new JsonObject { ["URL"] = url, ["ClientConfig"] = Config() } });
    }

    /// <returns>Whether the ticket was good; it is not any more.</returns>
    public bool Use(string ticket)
    {
        lock (gate)
            return good.Remove(ticket);
    }

    public JsonObject Config() => new()
    {
        ["ReconnectCount"] = options.Connections.ReconnectCount,
        ["ReconnectInterval"] = options.Connections.ReconnectInterval,
        ["ReconnectNonce"] = options.Connections.ReconnectNonce,
        ["PingInterval"] = options.Connections.PingInterval,
    };
}
