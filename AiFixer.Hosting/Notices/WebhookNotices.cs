using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Notices;

/// <summary>Posts notices as JSON to one address. Only an answer of 2xx means that somebody has it.</summary>
internal sealed class WebhookNotices(NoticeOptions options, TimeProvider time) : INotices, IDisposable
{
    private const int LongestAnswer = 300;

    private readonly NoticeExchange exchange = new(options.Timeout, time);

    public async Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (options.Url is not { } url)
            return await NoNotices.Instance.SendAsync(notice, cancellationToken);
        using var request = Request(url, notice);
        var answer = await exchange.TellAsync(request, cancellationToken);
        return answer.Trouble is { } trouble ? new(false, $"{url.Host} {trouble}", Retryable: true) : Result(url, answer);
    }

    public void Dispose() => exchange.Dispose();

    private HttpRequestMessage Request(Uri url, Notice notice)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = JsonContent.Create(new Dictionary<string, object>
            {
                ["id"] = notice.Id,
                ["incident"] = notice.Incident.Value,
                ["severity"] = notice.Severity.ToString(),
                ["title"] = notice.Title,
                ["message"] = notice.Message,
                ["teams"] = notice.Teams,
            }),
        };
        request.Headers.Add("Idempotency-Key", notice.Id);
        if (!string.IsNullOrEmpty(options.Token))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        return request;
    }

    private static NoticeResult Result(Uri url, NoticeAnswer answer)
    {
        var code = answer.Status.ToString(CultureInfo.InvariantCulture);
        return answer.Status is >= 200 and < 300
            ? new(true, $"{url.Host} took it ({code})")
            : new(false, $"{url.Host} refused it ({code}): {TextCleaner.Line(answer.Said ?? "", LongestAnswer)}", answer.Status is 408 or 429 or >= 500);
    }
}
