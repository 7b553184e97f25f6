using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Sends one request to one cluster: within its time, its share of connections and its circuit.</summary>
internal sealed class KubeConnection(
    string name, KubernetesConnectionOptions options, KubeHttp http, Circuit circuit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.MaxConcurrentRequests, options.MaxConcurrentRequests);

    public string Name => name;

    public Circuit Circuit => circuit;

    /// <summary>How long one request may take.</summary>
    public TimeSpan Patience => options.RequestTimeout;

    public async Task<KubeResult<KubeAnswer>> SendAsync(KubeRequest request, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(cancellationToken))
            return NotTried("too many requests are under way");
        try
        {
            if (!circuit.TryEnter())
                return NotTried($"it is taken for dead until {circuit.Status.RetryAt:HH:mm:ss}: {circuit.Status.LastError}");
            return await ExchangeAsync(request, cancellationToken);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }

    private async Task<KubeResult<KubeAnswer>> ExchangeAsync(KubeRequest request, CancellationToken cancellationToken)
    {
        using var content = request.Body is { } body ? new TrackedContent(body, request.ContentType!, request.MayLeave) : null;
        try
        {
            // A credential may come from a program with a time limit of its own: the cluster is not to blame for it.
            var endpoint = http.Endpoint();
            var identity = await endpoint.Credential.GetAsync(cancellationToken);
            using var deadline = new CallDeadline(options.RequestTimeout, time, cancellationToken);
            using var message = request.ToMessage(endpoint, identity.Header, content);
            if (!request.MayLeave())
                throw new KeptBackException();
            using var response = await http.ClientFor(endpoint, identity)
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            var answer = await KubeAnswer.ReadAsync(response, RetryAfter(response), deadline.Token);
            circuit.Answered();
            if (answer.Code == 401)
                endpoint.Credential.Forget();
            return new(answer);
        }
        catch (KeptBackException e)
        {
            circuit.Abandoned();
            return NotTried(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(KubeFailure.TimedOut, $"did not answer within {options.RequestTimeout.TotalSeconds:0.#} s", content);
        }
        catch (HttpRequestException e)
        {
            return Failed(KubeFailure.Unreachable, $"could not be reached: {Innermost(e).Message}", content);
        }
        catch (IOException e)
        {
            return Failed(KubeFailure.Unreachable, $"broke off in the middle of its answer: {Innermost(e).Message}", content);
        }
        catch (AnswerTooLongException e)
        {
            circuit.Answered();
            return new(new KubeError(KubeFailure.Unreadable, $"cluster '{name}' {e.Message}"));
        }
        catch (KubeAccessException e)
        {
            circuit.Abandoned();
            return new(new KubeError(KubeFailure.NoAccess, $"cluster '{name}' cannot be used: {e.Message}", Left: false));
        }
        catch (Exception)
        {
            circuit.Abandoned();
            throw;
        }
    }

    private KubeResult<KubeAnswer> Failed(KubeFailure failure, string what, TrackedContent? content)
    {
        circuit.Failed(what, timedOut: failure is KubeFailure.TimedOut);
        return new(new KubeError(failure, $"cluster '{name}' {what}", Left: content?.Left ?? true));
    }

    private KubeResult<KubeAnswer> NotTried(string why) =>
        new(new KubeError(KubeFailure.NotTried, $"cluster '{name}' was not asked: {why}", Left: false));

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (places.Wait(TimeSpan.Zero, CancellationToken.None))
            return true;
        using var deadline = new CallDeadline(options.RequestTimeout, time, cancellationToken);
        try
        {
            await places.WaitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static Exception Innermost(Exception e)
    {
        while (e.InnerException is { } inner)
            e = inner;
        return e;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
