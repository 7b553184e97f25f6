using System.Text.Json.Nodes;
using AiFixer.Lark.Events;

namespace AiFixer.Lark.Client;

/// <summary>The open platform over HTTP.</summary>
internal sealed class LarkClient : ILarkClient, IDisposable
{
    private const string Messages = "/open-apis/im/v1/messages";
    private const int MostReactions = 100;
    private readonly string appId;
    private readonly HttpMessageInvoker http;
    private readonly TenantToken token;
    private readonly LarkCaller caller;

    public LarkClient(LarkOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        appId = options.AppId;
        http = new(handler);
        var exchange = new LarkHttp(http, options.Url, options.RequestTimeout, time);
        token = new(exchange, options.AppId, options.AppSecret, time);
        caller = new(exchange, token, new(time), options.LongestWait, time);
    }

    public Task<LarkResult<SentMessage>> SendAsync(LarkReceiver to, LarkBody body, string once, CancellationToken cancellationToken) =>
        PutAsync("send", $"{Messages}?receive_id_type={Uri.EscapeDataString(to.IdType)}", Content(body, once, ("receive_id", to.Id)), cancellationToken);

    public Task<LarkResult<SentMessage>> ReplyAsync(string messageId, LarkBody body, bool inThread, string once, CancellationToken cancellationToken) =>
        PutAsync("reply", $"{Message(messageId)}/reply", Content(body, once, ("reply_in_thread", inThread)), cancellationToken);

    public Task<LarkResult<LarkDone>> PatchAsync(string messageId, JsonObject card, CancellationToken cancellationToken) =>
        DoAsync(new(HttpMethod.Patch, "patch", Message(messageId), new() { ["content"] = LarkJson.Text(card) }, MayRepeat: true), null, cancellationToken);

    public Task<LarkResult<LarkDone>> ReactAsync(string messageId, string emoji, CancellationToken cancellationToken) =>
        DoAsync(
            new(HttpMethod.Post, "react", $"{Message(messageId)}/reactions", new() { ["reaction_type"] = new JsonObject { ["emoji_type"] = emoji } }, MayRepeat: false),
            "reaction_id", cancellationToken);

    public async Task<LarkResult<IReadOnlyList<OwnReaction>>> ReactionsAsync(string messageId, CancellationToken cancellationToken)
    {
        var found = new List<OwnReaction>();
        var page = "";
        do
        {
            var reply = await caller.CallAsync(
                new(HttpMethod.Get, "reactions", $"{Message(messageId)}/reactions?page_size=50&page_token={Uri.EscapeDataString(page)}", null, MayRepeat: true), cancellationToken);
            if (!reply.IsDone)
                return reply.Error;
            var (ours, next) = ReactionReader.Page(reply.Value.Body?["data"], appId);
            found.AddRange(ours);
            page = next;
        }
        while (page.Length > 0 && found.Count < MostReactions);
        return found;
    }

    public Task<LarkResult<LarkDone>> UnreactAsync(string messageId, string reactionId, CancellationToken cancellationToken) =>
        DoAsync(new(HttpMethod.Delete, "unreact", $"{Message(messageId)}/reactions/{Uri.EscapeDataString(reactionId)}", null, MayRepeat: false), "reaction_id", cancellationToken);

    public async Task<LarkResult<LarkMessage>> GetMessageAsync(string messageId, CancellationToken cancellationToken)
    {
        var reply = await caller.CallAsync(new(HttpMethod.Get, "get", Message(messageId), null, MayRepeat: true), cancellationToken);
        if (!reply.IsDone)
            return reply.Error;
        var items = reply.Value.Body?["data"]?["items"] as JsonArray;
        return MessageReader.Whole(items?.FirstOrDefault()) is { } message ? message : Unreadable("message");
    }

    public async Task<LarkResult<LarkPerson>> WhoAmIAsync(CancellationToken cancellationToken)
    {
        var reply = await caller.CallAsync(new(HttpMethod.Get, "bot", "/open-apis/bot/v3/info", null, MayRepeat: true), cancellationToken);
        if (!reply.IsDone)
            return reply.Error;
        var bot = reply.Value.Body?["bot"];
        return bot.Said("open_id") is { Length: > 0 } id ? new LarkPerson(id, Name: bot.Said("app_name")) : Unreadable("bot");
    }

    public void Dispose()
    {
        token.Dispose();
        http.Dispose();
    }

    private async Task<LarkResult<SentMessage>> PutAsync(string api, string path, JsonObject body, CancellationToken cancellationToken)
    {
        // Of those with the same "uuid" one is done, so a second one does no harm.
        var reply = await caller.CallAsync(new(HttpMethod.Post, api, path, body, MayRepeat: true), cancellationToken);
        if (!reply.IsDone)
            return reply.Error;
        return MessageReader.Sent(reply.Value.Body?["data"]) is { } sent ? sent : Unreadable("message");
    }

    private async Task<LarkResult<LarkDone>> DoAsync(LarkCall call, string? id, CancellationToken cancellationToken)
    {
        var reply = await caller.CallAsync(call, cancellationToken);
        return reply.IsDone ? new LarkDone(id is null ? null : reply.Value.Body.Said("data", id)) : reply.Error;
    }

    private static JsonObject Content(LarkBody body, string once, (string Name, JsonNode Value) more) => new()
    {
        [more.Name] = more.Value,
        ["msg_type"] = body.Type,
        ["content"] = LarkJson.Text(body.Content),
        ["uuid"] = once,
    };

    private static string Message(string id) => $"{Messages}/{Uri.EscapeDataString(id)}";

    private static LarkError Unreadable(string what) => new(LarkErrorKind.Unavailable, 0, $"the platform's answer names no {what}");
}
