using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Client;

/// <summary>One exchange with the platform, within its time and its size.</summary>
internal sealed class LarkHttp(HttpMessageInvoker http, Uri server, TimeSpan timeout, TimeProvider time)
{
    private const int LargestAnswer = 1024 * 1024;
    private const int LongestTrouble = 300;

    public async Task<LarkReply> SendAsync(HttpMethod method, string path, JsonObject? body, string? token, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = Request(method, path, body, token);
            using var answer = await http.SendAsync(request, both.Token);
            return await ReadAsync(answer, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, null, null, $"no answer within {timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e)
        {
            var hasLeft = e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
            return new(0, null, null, TextCleaner.Line(e.GetBaseException().Message, LongestTrouble), hasLeft);
        }
        catch (IOException e)
        {
            return new(0, null, null, TextCleaner.Line(e.GetBaseException().Message, LongestTrouble));
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, JsonObject? body, string? token)
    {
        var request = new HttpRequestMessage(method, new Uri(server, path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(LarkJson.Text(body)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static async Task<LarkReply> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        using var body = new MemoryStream();
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestAnswer)
                return new((int)answer.StatusCode, null, null, "the answer is too long");
        }

        return new((int)answer.StatusCode, LarkJson.Object(body.GetBuffer().AsSpan(0, (int)body.Length)), Reset(answer.Headers));
    }

    private static TimeSpan? Reset(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-ogw-ratelimit-reset", out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= 86400
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
