using AiFixer.Core.Alerts;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Connection;

/// <summary>Asks the platform where to connect; every connection wants an address of its own.</summary>
internal sealed class EndpointClient(LarkOptions options, LarkHttp http)
{
    private const int Busy = 1;
    private const int InternalError = 1000040343;

    public async Task<EndpointAnswer> AskAsync(ConnectionConfig before, CancellationToken cancellationToken)
    {
        var reply = await http.SendAsync(
            HttpMethod.Post, "/callback/ws/endpoint", new() { ["AppID"] = options.AppId, ["AppSecret"] = options.AppSecret }, null, cancellationToken);
        if (reply.Status != 200 || reply.Body is null)
            return Refused(before, reply.Trouble.Length > 0 ? reply.Trouble : $"HTTP {reply.Status}", isFatal: false);
        if (reply.Code != 0)
            return Refused(before, $"{reply.Body.Said("msg")} ({reply.Code})", reply.Code is not (Busy or InternalError));
        var data = reply.Body["data"];
        var config = before.With((data as System.Text.Json.Nodes.JsonObject)?["ClientConfig"]);
        return Uri.TryCreate(data.Said("URL"), UriKind.Absolute, out var url) && IsWanted(url)
            ? new(url, config)
            : Refused(config, "the platform gave no address to connect to", isFatal: false);
    }

    /// <summary>What is asked for in secret is not talked about in the open.</summary>
    private bool IsWanted(Uri url) => url.Scheme == "wss" || (url.Scheme == "ws" && options.Url.Scheme == "http");

    private static EndpointAnswer Refused(ConnectionConfig config, string problem, bool isFatal) =>
        new(null, config, TextCleaner.Line(problem, 300), isFatal);
}
