using System.Globalization;
using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;
using AiFixer.Lark.Client;

namespace AiFixer.Lark.Bot;

/// <summary>Tells notices in the chat of a custom bot. Its HTTP status says nothing: only the number in its answer does.</summary>
internal sealed class LarkBot : INotices, IDisposable
{
    private const int LongestText = 4_000;
    private const int LongestReason = 300;
    private const int TooOften = 11232;
    private readonly LarkBotOptions options;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker http;

    public LarkBot(LarkBotOptions options, HttpMessageHandler handler, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        http = new(handler);
    }

    public async Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (options.Url is not { } url)
            return await NoNotices.Instance.SendAsync(notice, cancellationToken);
        var reply = await new LarkHttp(http, url, options.Timeout, time).SendAsync(HttpMethod.Post, url.PathAndQuery, Body(notice), null, cancellationToken);
        return Result(url, reply);
    }

    public void Dispose() => http.Dispose();

    private JsonObject Body(Notice notice)
    {
        var body = new JsonObject { ["msg_type"] = "post", ["content"] = new JsonObject { ["post"] = new JsonObject { ["zh_cn"] = Post(notice) } } };
        if (options.Secret.Length == 0)
            return body;
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        body["timestamp"] = timestamp;
        body["sign"] = BotSignature.Of(timestamp, options.Secret);
        return body;
    }

    /// <summary>The parts of a post are plain: nothing in them can name anybody or lead anywhere.</summary>
    private static JsonObject Post(Notice notice) => new()
    {
        ["title"] = TextCleaner.Line($"{notice.Severity} {notice.Title}", LongestReason),
        ["content"] = new JsonArray(
            new JsonArray(Text(TextCleaner.Lines(notice.Message, LongestText))),
            new JsonArray(Text(notice.Incident.Value))),
    };

    private static JsonObject Text(string text) => new() { ["tag"] = "text", ["text"] = text };

    private static NoticeResult Result(Uri url, LarkReply reply)
    {
        if (reply.Trouble.Length > 0)
            return new(false, $"{url.Host} did not answer: {reply.Trouble}", Retryable: true);
        if (reply.Status == 200 && (reply.Code == 0 || (reply.Code < 0 && reply.Body.Number("StatusCode") == 0)))
            return new(true, $"the bot at {url.Host} said it");
        var said = TextCleaner.Line(reply.Body.Said("msg") ?? "", LongestReason);
        return new(false, $"{url.Host} refused it ({(reply.Code > 0 ? reply.Code : reply.Status)}): {said}", reply.Code == TooOften || reply.Status is 429 or >= 500);
    }
}
