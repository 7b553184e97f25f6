using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Notices.Telegram;

/// <summary>Tells notices in a chat of Telegram, as plain text: nothing in them is formatted, names anybody or is fetched.</summary>
internal sealed class TelegramNotices(TelegramOptions options, TimeProvider time) : INotices, IDisposable
{
    /// <summary>With title and incident well below the 4,096 that one message may have.</summary>
    private const int LongestText = 3_500;
    private const int LongestReason = 300;

    /// <summary>Keeps a name from being one, and is not seen.</summary>
    private const string Apart = "@\u2060";

    private readonly NoticeExchange exchange = new(options.Timeout, time);

    public async Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.Url.AbsoluteUri}bot{options.Token}/sendMessage")) { Content = JsonContent.Create(Body(notice)) };
        return Result(await exchange.AskAsync(request, cancellationToken));
    }

    public void Dispose() => exchange.Dispose();

    private JsonObject Body(Notice notice)
    {
        var text = $"{TextCleaner.Line($"{notice.Severity} {notice.Title}", LongestReason)}\n{TextCleaner.Lines(notice.Message, LongestText)}\n{notice.Incident.Value}";
        var body = new JsonObject
        {
            ["chat_id"] = options.Chat.StartsWith('@') ? options.Chat : long.Parse(options.Chat, CultureInfo.InvariantCulture),
            ["text"] = text.Replace("@", Apart, StringComparison.Ordinal),
            ["link_preview_options"] = new JsonObject { ["is_disabled"] = true },
        };
        if (options.Topic is { } topic)
            body["message_thread_id"] = topic;
        return body;
    }

    /// <summary>Told is what Telegram itself calls so: what stands between may answer 200 as well.</summary>
    private NoticeResult Result(NoticeAnswer answer)
    {
        var host = options.Url.Host;
        if (answer.Trouble is { } trouble)
            return new(false, $"{host} {trouble}", Retryable: true);
        if (answer.Said is not { } text)
            return new(false, $"{host} answered {answer.Status}, and what it said did not arrive: the chat may have it", Retryable: true);
        if (TelegramAnswer.Of(text) is not { } said)
            return new(false, $"{host} answered {answer.Status}, and not as Telegram does", Retryable: answer.Status is < 400 or 408 or 429 or >= 500);
        if (said.Ok && answer.Status is >= 200 and < 300)
            return new(true, $"the chat {options.Chat} has it");
        return new(
            false, $"{host} refused it ({said.Code ?? answer.Status}): {TextCleaner.Line(said.Description, LongestReason)}{said.Advice}",
            (said.Code ?? answer.Status) is 408 or 429 or >= 500);
    }
}
