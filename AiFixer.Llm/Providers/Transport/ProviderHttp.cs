using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Transport;

/// <summary>Sends one call and reads its answer, within its time and size. Everything that goes wrong is a fault.</summary>
internal sealed class ProviderHttp(HttpClient http, IDialect dialect, ProviderOptions options, TimeProvider time)
{
    public async Task<ChatResponse> CallAsync(JsonObject request, bool stream, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return dialect.Read(await ExchangeAsync(request, stream, both.Token));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException(new(FaultKind.TimedOut, $"no whole answer within {options.Timeout}"), e);
        }
        catch (HttpRequestException e)
        {
            throw new ProviderException(new(FaultKind.Unreachable, Wire.Line(e.GetBaseException().Message)), e);
        }
        catch (InvalidOperationException e)
        {
            // A text that is no Unicode, or a value of a kind that nobody sends there.
            throw new ProviderException(new(FaultKind.Unreadable, Wire.Line(e.Message)), e);
        }
        catch (IOException e)
        {
            throw new ProviderException(new(FaultKind.CutOff, Wire.Line(e.GetBaseException().Message)), e);
        }
    }

    private async Task<JsonElement> ExchangeAsync(JsonObject body, bool stream, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, dialect.Address(stream))
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        dialect.Authorize(request.Headers);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var bounded = new BoundedStream(raw, options.MaxAnswerBytes);
        if (!response.IsSuccessStatusCode)
            throw new ProviderException(Fault(response, await TextAsync(bounded, cancellationToken)));
        return stream ? await FoldAsync(bounded, cancellationToken) : Whole(await TextAsync(bounded, cancellationToken));
    }

    private async Task<JsonElement> FoldAsync(Stream body, CancellationToken cancellationToken)
    {
        var fold = dialect.Fold();
        await foreach (var piece in StreamPieces.ReadAsync(body, dialect.Framing, cancellationToken))
            fold.Add(piece);
        return fold.IsComplete
            ? Wire.Parse(fold.Whole().ToJsonString())
            : throw new ProviderException(FaultKind.CutOff, "The streamed answer has no end.");
    }

    private static JsonElement Whole(string text) =>
        Wire.TryParse(text) is { ValueKind: JsonValueKind.Object } body
            ? body
            : throw new ProviderException(FaultKind.Unreadable, $"What came is not a JSON object: {Wire.Line(text)}");

    private ProviderFault Fault(HttpResponseMessage response, string body)
    {
        var fault = dialect.Fault((int)response.StatusCode, response.Headers, body);
        return fault.RetryAfter is null ? fault with { RetryAfter = RetryHeaders.Read(response.Headers, time.GetUtcNow()) } : fault;
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
