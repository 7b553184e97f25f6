using System.Collections.Concurrent;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Upgrade;

/// <summary>Senders that do not know of any upgrade: each goes on until its alert is taken.</summary>
internal sealed class Traffic(IncidentApi api, CancellationToken stop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private int turned;

    /// <summary>Which incident each alert that was taken belongs to, by its deployment.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = new();

    /// <summary>How often nobody was there, or nobody could take it.</summary>
    public int Turned => turned;

    public Task SendAsync(IEnumerable<string> deployments) =>
        Parallel.ForEachAsync(deployments, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, SendAsync);

    private async ValueTask SendAsync(string deployment, CancellationToken cancellation)
    {
        var body = AlertBody.Firing(AlertBody.Labels("shop", deployment), TimeProvider.System.GetUtcNow(), $"{deployment} has too few pods");
        Taken[deployment] = await Eventually.ValueAsync(() => TryAsync(body), $"the alert about {deployment} is taken", Patience, cancellation);
    }

    private async Task<string?> TryAsync(string body)
    {
        try
        {
            var (answer, incident) = await api.AlertAsync(body);
            if (answer.Code is not (200 or 503))
                throw new InvalidOperationException($"{answer.Code}: {answer.Body}");
            return incident ?? Turn();
        }
        catch (HttpRequestException)
        {
            return Turn();
        }
    }

    private string? Turn()
    {
        Interlocked.Increment(ref turned);
        return null;
    }
}
