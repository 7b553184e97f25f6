using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;
using Polly;

namespace AiFixer.Plugins.Http;

/// <summary>Asks one service over HTTP: within its time, its share of requests, its circuit, and its length of answers.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly HttpConnectionOptions options;
    private readonly Uri server;
    private readonly HttpClient client;
    private readonly HttpCredentials credentials;
    private readonly BackendGate gate;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<HttpResult<HttpAnswer>> retries;

    public HttpConnection(string label, HttpConnectionOptions options, Circuit circuit, HttpMessageHandler handler, TimeProvider time)
    {
        (Label, this.options, this.time) = (label, options, time);
        server = new(options.Url!);
        client = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = options.MaxAnswerBytes };
        credentials = new(options, time);
        gate = new(options.MaxConcurrentRequests, options.RequestTimeout, circuit, time);
        retries = ReadRetries.Create<HttpResult<HttpAnswer>>(
            options.RequestTimeout, time, result => result?.Value is { } answer ? (answer.Code, answer.RetryAfter) : null);
    }

    /// <summary>What people call it: <c>Prometheus 'default'</c>.</summary>
    public string Label { get; }

    /// <summary>Where it is, for links.</summary>
    public Uri Server => server;

    public Circuit Circuit => gate.Circuit;

    /// <summary>Asks; what throttles us or had just replaced our credentials is asked again.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="reason">What the service says in the body of an error; null where it says nothing we know.</param>
    public async Task<HttpResult<HttpAnswer>> AskAsync(
        HttpQuestion question, Func<HttpAnswer, string?> reason, CancellationToken cancellationToken)
    {
        var result = await retries.ExecuteAsync(async ct => await TryAsync(question, ct), cancellationToken);
        return result.Value is { IsSuccess: false } answer ? new(HttpErrors.From(Label, answer, reason(answer))) : result;
    }

    /// <summary>Sends what changes something: once, and only while it may leave.</summary>
    public async Task<HttpResult<HttpAnswer>> SendAsync(HttpQuestion question, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        var result = await TryAsync(question, cancellationToken, mayLeave);
        return result.Value is { IsSuccess: false } answer ? new(HttpErrors.From(Label, answer, null)) : result;
    }

    public void Dispose()
    {
        client.Dispose();
        gate.Dispose();
    }

    private async Task<HttpResult<HttpAnswer>> TryAsync(HttpQuestion question, CancellationToken cancellationToken, Func<bool>? mayLeave = null)
    {
        if (await gate.EnterAsync(cancellationToken) is { } reason)
            return Failed(HttpFailure.NotTried, $"was not asked: {reason}");
        try
        {
            return await ExchangeAsync(question, mayLeave, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task<HttpResult<HttpAnswer>> ExchangeAsync(HttpQuestion question, Func<bool>? mayLeave, CancellationToken cancellationToken)
    {
        using var deadline = new CallDeadline(options.RequestTimeout, time, cancellationToken);
        using var content = mayLeave is null ? null : new TrackedContent(question.Body ?? [], question.Body is null ? null : question.ContentType, mayLeave);
        try
        {
            using var message = question.ToMessage(server, content);
            credentials.Sign(message);
            using var response = await client.SendAsync(message, deadline.Token);
            return new(await ReadAsync(response, deadline.Token));
        }
        catch (KeptBack e)
        {
            Circuit.Abandoned();
            return Failed(HttpFailure.NotTried, $"was not asked: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Dead(content is { Left: false } ? HttpFailure.NotTried : HttpFailure.TimedOut, $"did not answer within {options.RequestTimeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            Circuit.Answered();
            return Failed(HttpFailure.TooLarge, $"answered with more than {options.MaxAnswerBytes} bytes: ask for less");
        }
        catch (HttpRequestException e)
        {
            return Dead(content is { Left: false } ? HttpFailure.NotTried : HttpFailure.Unreachable, $"could not be reached: {Transport.Cause(e)}");
        }
        catch (UnreadableSecretException e)
        {
            Circuit.Abandoned();
            return Failed(HttpFailure.NoAccess, $"cannot be used: {e.Message}");
        }
        catch (Exception)
        {
            Circuit.Abandoned();
            throw;
        }
    }

    private async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = new HttpAnswer(
            (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken),
            response.Content.Headers.ContentType?.MediaType ?? "", Transport.RetryAfter(response, time));
        Circuit.Answered();
        if (answer.Code == 401)
            credentials.Forget();
        return answer;
    }

    private HttpResult<HttpAnswer> Dead(HttpFailure failure, string what)
    {
        Circuit.Failed(what, timedOut: failure is HttpFailure.TimedOut);
        return Failed(failure, what);
    }

    private HttpResult<HttpAnswer> Failed(HttpFailure failure, string what) => new(new HttpError(failure, $"{Label} {what}"));
}
