using System.Collections.Concurrent;
using System.Net;
using AiFixer.Cluster.Tests.Processes;
using AiFixer.EndToEnd.Crash;
using AiFixer.EndToEnd.Support;

namespace AiFixer.Cluster.Tests.Rolling;

/// <summary>
/// What stands between a client and the silos: it stays with one of them, and goes on to the next only when a request
/// cannot have been taken, because nobody listens or the answer is 503.
/// </summary>
internal sealed class Failover : DelegatingHandler, IReachable
{
    private readonly SiloFleet fleet;
    private int current;

    public Failover(SiloFleet fleet)
        : base(new SocketsHttpHandler())
    {
        this.fleet = fleet;
        Api = new(new("http://silos.example.org/"), TimeSpan.FromMinutes(1), this);
    }

    public IncidentApi Api { get; }

    /// <summary>Every answer that was passed on and what it was to.</summary>
    public ConcurrentQueue<(string Request, int Code, string Body)> Answers { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        for (var tries = fleet.Slots.Count; ; tries--)
        {
            var silo = Volatile.Read(ref current);
            request.RequestUri = new(fleet.Slots[silo].Address, path);
            if (await TryAsync(request, isLast: tries == 1, cancellationToken) is { } answer)
            {
                Answers.Enqueue(($"{request.Method} {request.RequestUri}", (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken)));
                return answer;
            }

            Interlocked.CompareExchange(ref current, (silo + 1) % fleet.Slots.Count, silo);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(HttpRequestMessage request, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || isLast)
                return answer;
            answer.Dispose();
            return null;
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError && !isLast)
        {
            return null;
        }
    }
}
