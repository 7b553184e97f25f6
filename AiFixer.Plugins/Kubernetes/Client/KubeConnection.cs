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
        using var deadline = new CallDeadline(options.RequestTimeout, time, cancellationToken);
        using var content = request.Body is { } body ? new TrackedContent(body, request.ContentType!, request.MayLeave) : null;
        try
        {
            var (endpoint, client) = http.Current();
            using var message = request.ToMessage(endpoint, await endpoint.Credential.GetAsync(deadline.Token), content);
            if (!request.MayLeave())
                throw new KeptBackException();
            using var response = await client.SendAsync(message, deadline.Token);
            var answer = new KubeAnswer(
                (int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(deadline.Token), Transport.RetryAfter(response, time));
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
            return Failed(KubeFailure.Unreachable, $"could not be reached: {Transport.Cause(e)}", content);
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
