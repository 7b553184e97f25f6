using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Notices;
using AiFixer.Core.Ports;

namespace AiFixer.Hosting.Notices;

/// <summary>Posts notices as JSON to one address. Only an answer of 2xx means that somebody has it.</summary>
internal sealed class WebhookNotices(NoticeOptions options, TimeProvider time) : INotices, IDisposable
{
    private const int LongestAnswer = 300;

    /// <summary>A refusal's reason is in its first bytes.</summary>
    private const int MostRead = 4 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<NoticeResult> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (options.Url is not { } url)
            return await NoNotices.Instance.SendAsync(notice, cancellationToken);
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = Request(url, notice);
            // Whoever has it says so by the status: what else is said, and how long that takes, changes nothing.
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return Result(url, answer.StatusCode, answer.IsSuccessStatusCode ? "" : await SaidAsync(answer.Content, both.Token, cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(false, $"{url.Host} did not answer in time", Retryable: true);
        }
        catch (HttpRequestException e)
        {
            return new(false, $"{url.Host} could not be reached: {TextCleaner.Line(e.GetBaseException().Message, LongestAnswer)}", Retryable: true);
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(Uri url, Notice notice)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = JsonContent.Create(new Dictionary<string, string>
            {
                ["id"] = notice.Id,
                ["incident"] = notice.Incident.Value,
                ["severity"] = notice.Severity.ToString(),
                ["title"] = notice.Title,
                ["message"] = notice.Message,
            }),
        };
        request.Headers.Add("Idempotency-Key", notice.Id);
        if (!string.IsNullOrEmpty(options.Token))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        return request;
    }

    /// <returns>The beginning of what was said; empty when that did not arrive.</returns>
    private static async Task<string> SaidAsync(HttpContent content, CancellationToken late, CancellationToken stop)
    {
        var buffer = new byte[MostRead];
        try
        {
            await using var body = await content.ReadAsStreamAsync(late);
            return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, late));
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return "";
        }
    }

    private static NoticeResult Result(Uri url, HttpStatusCode status, string said)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        return (int)status is >= 200 and < 300
            ? new(true, $"{url.Host} took it ({code})")
            : new(false, $"{url.Host} refused it ({code}): {TextCleaner.Line(said, LongestAnswer)}", (int)status is 408 or 429 or >= 500);
    }
}
