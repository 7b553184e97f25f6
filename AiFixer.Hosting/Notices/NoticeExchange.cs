using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Hosting.Notices;

/// <summary>One request to a receiver of notices, within its time; of the answer only the beginning is read.</summary>
internal sealed class NoticeExchange(TimeSpan timeout, TimeProvider time) : IDisposable
{
    private const int LongestReason = 300;

    /// <summary>More than any answer to a message has.</summary>
    private const int MostRead = 64 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>For receivers whose status says it all: what else is said, and how long that takes, changes nothing; of a refusal the reason is read.</summary>
    public Task<NoticeAnswer> TellAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, static answer => !answer.IsSuccessStatusCode, cancellationToken);

    /// <summary>For receivers that say in their answer whether they have it.</summary>
    public Task<NoticeAnswer> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, static _ => true, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<NoticeAnswer> SendAsync(HttpRequestMessage request, Func<HttpResponseMessage, bool> isRead, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return new((int)answer.StatusCode, isRead(answer) ? await SaidAsync(answer.Content, both.Token, cancellationToken) : null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, null, "did not answer in time");
        }
        catch (HttpRequestException e)
        {
            return new(0, null, $"could not be reached: {TextCleaner.Line(e.GetBaseException().Message, LongestReason)}");
        }
    }

    /// <returns>The beginning of what was said; null when that did not arrive.</returns>
    private static async Task<string?> SaidAsync(HttpContent content, CancellationToken late, CancellationToken stop)
    {
        var buffer = new byte[MostRead];
        try
        {
            await using var body = await content.ReadAsStreamAsync(late);
            return Encoding.UTF8.GetString(buffer, 0, await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, late));
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }
}
