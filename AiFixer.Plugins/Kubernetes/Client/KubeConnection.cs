using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Sends one request to one cluster: within its time, its share of connections and its circuit.</summary>
internal sealed class KubeConnection(
    string name, KubernetesConnectionOptions options, KubeHttp http, Circuit circuit, TimeProvider time) : IDisposable
{
    private readonly BackendGate gate = new(options.MaxConcurrentRequests, options.RequestTimeout, circuit, time);

    public string Name => name;

    public Circuit Circuit => circuit;

    /// <summary>Where something may be changed; everywhere when there are none.</summary>
    public IReadOnlyList<string> Namespaces => [.. options.Namespaces];

    /// <summary>How long one request may take.</summary>
    public TimeSpan Patience => options.RequestTimeout;

    public async Task<KubeResult<KubeAnswer>> SendAsync(KubeRequest request, CancellationToken cancellationToken)
    {
        if (await gate.EnterAsync(cancellationToken) is { } reason)
            return NotTried(reason);
        try
        {
            return await ExchangeAsync(request, cancellationToken);
        }
        finally
        {
            gate.Leave();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        gate.Dispose();
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
                throw new KeptBack();
            using var response = await http.ClientFor(endpoint, identity)
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            var answer = await KubeAnswer.ReadAsync(response, Transport.RetryAfter(response, time), deadline.Token);
            circuit.Answered();
            if (answer.Code == 401)
                endpoint.Credential.Forget();
            return new(answer);
        }
        catch (KeptBack e)
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
            return Failed(KubeFailure.Unreachable, $"could not be reached: {Transport.Cause(e)}", content);
        }
        catch (IOException e)
        {
            return Failed(KubeFailure.Unreachable, $"broke off in the middle of its answer: {Transport.Cause(e)}", content);
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
}
