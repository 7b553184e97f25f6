using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Room;

namespace AiFixer.Playground.Lark.Push;

/// <summary>Posts to the address that the app subscribed with.</summary>
internal sealed class WebhookWay(PracticeLarkOptions options, RoomIds ids, Uri address) : IPushWay, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<PushAnswer> SendAsync(JsonObject envelope, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.AnswerWithin, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = Request(envelope);
            using var answer = await http.SendAsync(request, both.Token);
            var body = await answer.Content.ReadAsStringAsync(both.Token);
            return new(answer.StatusCode == HttpStatusCode.OK ? 0 : PushAnswer.NotOk, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(PushAnswer.TooLate);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new(PushAnswer.NotReached);
        }
    }

    /// <summary>Asks whether the app is there, as the platform does when an address is entered.</summary>
    public async Task<bool> ChallengeAsync(CancellationToken cancellationToken)
    {
        var challenge = ids.Next("");
        var answer = await SendAsync(
            new() { ["challenge"] = challenge, ["token"] = options.VerificationToken, ["type"] = "url_verification" }, cancellationToken);
        return answer.Problem == 0 && answer.Body.StartsWith('{') && (string?)JsonNode.Parse(answer.Body)?["challenge"] == challenge;
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(JsonObject envelope)
    {
        var body = EventCipher.Body(envelope, options.EncryptKey);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (options.EncryptKey.Length == 0)
            return request;
        var timestamp = options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = ids.Next("")[..10];
        request.Headers.Add("X-Lark-Request-Timestamp", timestamp);
        request.Headers.Add("X-Lark-Request-Nonce", nonce);
        request.Headers.Add("X-Lark-Signature", EventCipher.Signature(timestamp, nonce, options.EncryptKey, body));
        return request;
    }
}
